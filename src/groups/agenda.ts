import { whenText } from '../events/cards.ts';
import type { Event } from '../events/records.ts';
import type { CardKind } from '../kernel/feature.ts';
import { isolate } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Records } from '../ports/store.ts';
import { document, line, strong, title, type Block } from '../view/document.ts';
import { human } from '../view/language.ts';
import { leadersOnly, mayLead } from './roster.ts';
import { AGENDA } from './subjects.ts';

/** So many points fit into one evening, and onto one card. */
const MOST = 20;

/** A member proposes a point; it goes to the end. */
export async function propose(turn: Turn, event: Event, text: string): Promise<void> {
  const { groups } = turn.unit;
  const items = await groups.agenda(event.key);
  if (items.length >= MOST) return turn.answer(turn.t('agenda-full', { most: MOST }));
  if (items.some((each) => each.text === text)) return turn.answer(turn.t('agenda-twice'));
  groups.putAgendaItem({ id: turn.house.ids.id(), eventKey: event.key, number: Math.max(0, ...items.map((each) => each.number)) + 1, position: items.length, text, proposedBy: await turn.person(), createdAt: turn.now });
  await turn.touch(`${AGENDA}:${event.key}`);
  turn.answer(turn.t('agenda-noted', { what: human(text), event: turn.language.pick(event.title) }));
}

/** The agenda as numbered lines. */
export async function agendaBlocks(records: Records, eventKey: string): Promise<Block[]> {
  return (await records.groups.agenda(eventKey)).map(({ text }, index) => line(`${index + 1}. ${isolate(text)}`));
}

/** Whoever leads gets the card to put the points in order; everybody else reads. */
export async function showAgenda(turn: Turn, event: Event): Promise<void> {
  const blocks = await agendaBlocks(turn.unit, event.key);
  if (turn.isPrivate && blocks.length > 0 && (await mayLead(turn, event.workingGroup ?? ''))) {
    await turn.repost(turn.place.room, { kind: AGENDA, what: event.key, personId: await turn.person() });
    return;
  }
  const none = blocks.length === 0 ? [line(turn.t('agenda-empty'))] : blocks;
  turn.answer(document(title(strong(turn.t('agenda-title', { event: turn.language.pick(event.title) }))), line(whenText(event, turn.language)), ...none));
}

/** Buttons move a point up or take it off. The action names the point, not its place: two fast taps do what they say. */
export function agendaCard(): CardKind {
  return {
    kind: AGENDA,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const event = await records.events.event(copy.subject.slice(AGENDA.length + 1));
      const language = context.languages[0]!;
      if (event === null) return null;
      const items = await records.groups.agenda(event.key);
      return {
        document: document(title(strong(language.t('agenda-title', { event: language.pick(event.title) }))), line(whenText(event, language)), ...(await agendaBlocks(records, event.key)), line(language.t('agenda-how'))),
        actions: items.flatMap(({ number }, index) => [
          ...(index === 0 ? [] : [{ id: `u${number}`, label: language.t('action-agenda-up', { count: index + 1 }), row: index }]),
          { id: `x${number}`, label: language.t('action-agenda-off', { count: index + 1 }), row: index },
        ]),
        open: event.state === 'OPEN' && context.now < event.endAt,
      };
    },
    press: async (turn, copy, actionId) => {
      const event = await turn.unit.events.event(copy.subject.slice(AGENDA.length + 1));
      const groupKey = event?.workingGroup ?? '';
      if (event === null) return turn.refuse(turn.t('press-unknown'));
      if (!(await mayLead(turn, groupKey))) return turn.refuse(await leadersOnly(turn, groupKey));
      await arrange(turn, event.key, actionId);
      await turn.touch(copy.subject);
      turn.answer(turn.t('agenda-arranged'));
    },
  };
}

async function arrange(turn: Turn, eventKey: string, actionId: string): Promise<void> {
  const { groups } = turn.unit;
  const items = await groups.agenda(eventKey);
  const index = items.findIndex(({ number }) => String(number) === actionId.slice(1));
  const chosen = items[index];
  if (chosen === undefined) return;
  const others = items.filter((each) => each !== chosen);
  if (actionId.startsWith('x')) groups.removeAgendaItem(chosen.id);
  else others.splice(Math.max(0, index - 1), 0, chosen);
  for (const [position, each] of others.entries()) if (each.position !== position) groups.putAgendaItem({ ...each, position });
}
