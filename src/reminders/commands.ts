import { command, NO_PARAMS, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import type { ReminderChoice, ReminderKind } from './records.ts';

/** Somebody's choices about reminders, as a private card. Subject `CHOICES:<person>`. */
const CHOICES = 'CHOICES';
const KINDS: readonly ReminderKind[] = ['DEADLINE', 'EVENT', 'THANKS'];

const unchosen = (personId: string): ReminderChoice => ({ personId, off: [], quietFrom: null, quietUntil: null, awake: false, quietAt: null });

type Quiet = { readonly kind: 'show' | 'none' | 'default' } | { readonly kind: 'hours'; readonly from: string; readonly until: string };

/** "21-8", "von 21:30 bis 7:00", "20-24", "aus", "an". */
const quietParam: Param<Quiet> = {
  take: async (text, turn) => {
    const said = text.toLowerCase();
    if (said === '') return value({ kind: 'show' }, '');
    if (said === 'aus' || said === 'off') return value({ kind: 'none' }, text);
    if (said === 'an' || said === 'on') return value({ kind: 'default' }, text);
    const [, h1, m1, h2, m2] = /^(?:von |from )?(\d{1,2})(?:[:.](\d{2}))?(?: uhr)?\s*(?:-|–|bis|to)\s*(\d{1,2})(?:[:.](\d{2}))?(?: uhr)?$/.exec(said) ?? [];
    const [from, until] = [clock(h1, m1), clock(h2, m2)];
    return from === null || until === null || from === until ? problem(turn.t('quiet-how')) : value({ kind: 'hours', from, until }, text);
  },
  ask: null,
};

function clock(hours: string | undefined, minutes = '00'): string | null {
  if (hours === '24' && minutes === '00') return '00:00';
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

export function reminderCommands(): Command[] {
  return [
    command({
      name: 'erinnerung', aliases: ['reminders'], who: 'everyone', menu: 'private', where: 'private', params: NO_PARAMS,
      run: async (turn) => {
        const personId = await turn.person();
        await turn.repost(turn.place.room, { kind: CHOICES, what: personId, personId });
      },
    }),
    command({
      name: 'ruhe', aliases: ['quiet'], who: 'everyone', menu: 'private', params: { quiet: quietParam },
      run: async (turn, { quiet }) => {
        const personId = await turn.person();
        const before = (await turn.unit.reminders.choice(personId)) ?? unchosen(personId);
        const after = changed(before, quiet);
        if (after !== before) turn.unit.reminders.putChoice({ ...after, quietAt: turn.now });
        turn.answer(await quietSentence(turn, after));
      },
    }),
  ];
}

function changed(before: ReminderChoice, quiet: Quiet): ReminderChoice {
  switch (quiet.kind) {
    case 'show':
      return before;
    case 'none':
      return { ...before, awake: true };
    case 'default':
      return { ...before, awake: false, quietFrom: null, quietUntil: null };
    case 'hours':
      return { ...before, awake: false, quietFrom: quiet.from, quietUntil: quiet.until };
    default:
      return quiet satisfies never;
  }
}

async function quietSentence(turn: Turn, choice: ReminderChoice): Promise<string> {
  if (choice.awake) return turn.t('quiet-none');
  const { quietHours } = await currentProcess(turn.unit);
  return [
    turn.t('quiet-set', { from: choice.quietFrom ?? quietHours.from, until: choice.quietUntil ?? quietHours.until }),
    ...(quietHours.sundays ? [turn.t('quiet-sundays')] : []),
    ...(quietHours.holidays ? [turn.t('quiet-holidays')] : []),
    turn.t('quiet-change'),
  ].join(' ');
}

/** Each kind is switched on or off by its own button; a press sets what its label says. */
export function choicesCard(): CardKind {
  return {
    kind: CHOICES,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const language = context.languages[0]!;
      const off = copy.personId === null ? [] : ((await records.reminders.choice(copy.personId))?.off ?? []);
      return {
        document: document(
          title(strong(language.t('choices-title'))),
          ...KINDS.map((kind) => item(`${language.t(`choices-${kind.toLowerCase()}`)}: ${language.t(off.includes(kind) ? 'choices-is-off' : 'choices-is-on')}`)),
          line(language.t('choices-how')),
        ),
        actions: KINDS.map((kind, row) => {
          const isOff = off.includes(kind);
          return { id: `${kind.toLowerCase()}-${isOff ? 'on' : 'off'}`, label: language.t(`action-${kind.toLowerCase()}-${isOff ? 'on' : 'off'}`), row };
        }),
        open: true,
      };
    },
    press: async (turn, copy, actionId) => {
      const [what, to] = actionId.split('-');
      const kind = KINDS.find((each) => each.toLowerCase() === what);
      if (kind === undefined || copy.personId === null) return turn.answer(turn.t('press-unknown'));
      const before = (await turn.unit.reminders.choice(copy.personId)) ?? unchosen(copy.personId);
      const others = before.off.filter((each) => each !== kind);
      turn.unit.reminders.putChoice({ ...before, off: to === 'off' ? [...others, kind] : others });
      await turn.touch(copy.subject);
      turn.answer(turn.t('choices-noted'));
    },
  };
}
