import { whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { CardKind } from '../kernel/feature.ts';
import { isolate, shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { document, item, line, strong, title } from '../view/document.ts';
import type { Member } from './ports.ts';
import { leadersOnly, mayLead, membersOf } from './roster.ts';
import { ATTENDANCE } from './subjects.ts';

/** A name and its state fit into one button. */
const NAME_GRAPHEMES = 13;
/** So many buttons fit under one card. */
const MOST = 60;

/** The tick list goes to the private chat only: it is full of names. */
export async function takeAttendance(turn: Turn, event: Event): Promise<void> {
  if (!turn.isPrivate) return turn.answer(turn.t('attendance-private'));
  if ((await membersOf(turn.unit, event.workingGroup ?? '')).length === 0) return turn.answer(turn.t('group-empty'));
  await turn.repost(turn.place.room, { kind: ATTENDANCE, what: event.key, personId: await turn.person() });
}

/** "7 von 9 waren da": how many were ticked, of those about whom something is known. null: nobody was ticked. */
export async function presentCount(records: Records, eventKey: string): Promise<{ present: number; known: number } | null> {
  const marks = await records.groups.attendance(eventKey);
  return marks.length === 0 ? null : { present: marks.filter(({ present }) => present).length, known: marks.length };
}

/** One button per member; a press sets what its label says. */
export function attendanceCard(): CardKind {
  return {
    kind: ATTENDANCE,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const event = await records.events.event(copy.subject.slice(ATTENDANCE.length + 1));
      const language = context.languages[0]!;
      if (event?.workingGroup == null) return null;
      const members = (await membersOf(records, event.workingGroup)).slice(0, MOST);
      const marks = new Map((await records.groups.attendance(event.key)).map(({ personId, present }) => [personId, present]));
      const nameOf = ({ name }: Member): string => name ?? language.t('person-unnamed');
      const word = (present: boolean | undefined): string => language.t(present === undefined ? 'attendance-unknown' : present ? 'attendance-here' : 'attendance-away');
      return {
        document: document(
          title(strong(language.t('attendance-title', { event: language.pick(event.title) }))),
          line(whenText(event, language)),
          ...members.map((member) => item(`${isolate(nameOf(member))}: ${word(marks.get(member.personId))}`)),
          line(language.t('attendance-how')),
        ),
        actions: members.map((member, index) => {
          const here = marks.get(member.personId) === true;
          const name = shortName(nameOf(member), NAME_GRAPHEMES);
          return { id: `${here ? 'away' : 'here'}-${index}`, label: `${name}: ${word(!here)}`, row: index };
        }),
        open: event.state === 'OPEN',
      };
    },
    press: async (turn, copy, actionId) => {
      const event = await turn.unit.events.event(copy.subject.slice(ATTENDANCE.length + 1));
      const groupKey = event?.workingGroup ?? '';
      if (!(await mayLead(turn, groupKey))) return turn.refuse(await leadersOnly(turn, groupKey));
      const [state, index] = actionId.split('-');
      const member = (await membersOf(turn.unit, groupKey))[Number(index)];
      if (event === null || member === undefined) return turn.refuse(turn.t('press-unknown'));
      turn.unit.groups.putAttendance({ eventKey: event.key, personId: member.personId, present: state === 'here', markedAt: turn.now });
      await turn.touch(copy.subject);
      turn.answer(turn.t('attendance-noted'));
    },
  };
}
