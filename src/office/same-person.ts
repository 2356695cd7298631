import type { Rsvp } from '../events/records.ts';
import type { CardKind } from '../kernel/feature.ts';
import { likelySame } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Links } from '../links/links.ts';
import type { Records } from '../ports/store.ts';
import { document, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import { record } from './record.ts';
import type { SamePerson } from './records.ts';

/** Asks the office whether two persons are one. Subject `SAME:<proposal id>`. */
const SAME = 'SAME';

/** Somebody answered in the chat: is there a person the office wrote down who may be the same? */
export async function proposeForChat(turn: Turn, eventKey: string, chatId: string): Promise<void> {
  if ((await turn.unit.events.tally(eventKey)).entered === 0) return;
  const name = (await turn.unit.people.person(chatId))?.name ?? null;
  if (name === null) return;
  for (const entered of await turn.unit.events.enteredReplies(eventKey)) {
    if (entered.name !== null && likelySame(entered.name, name)) await propose(turn, eventKey, entered.personId, chatId);
  }
}

/** The office wrote somebody down: did a person in the chat answer who may be the same? */
export async function proposeForEntered(turn: Turn, eventKey: string, enteredId: string, name: string): Promise<void> {
  for (const listed of await turn.unit.events.listReplies(eventKey)) {
    if (listed.hasChat && listed.name !== null && likelySame(name, listed.name)) await propose(turn, eventKey, enteredId, listed.personId);
  }
}

/** Once per pair: what the office has decided stays decided. */
async function propose(turn: Turn, eventKey: string, enteredId: string, chatId: string): Promise<void> {
  const known = (await turn.unit.office.samePersonsWith(enteredId)).some((each) => each.chatId === chatId);
  if (known) return;
  turn.unit.office.putSamePerson({ id: turn.house.ids.id(), eventKey, enteredId, chatId, state: 'OPEN', decidedBy: null, decidedAt: null });
}

/** Puts the question into the private chat of whoever looks at the board. */
export async function postProposal(turn: Turn, proposal: SamePerson, personId: string): Promise<void> {
  await turn.repost(turn.place.room, { kind: SAME, what: proposal.id, personId });
}

export function samePersonCard(links: Links): CardKind {
  return {
    kind: SAME,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const proposal = await records.office.samePerson(copy.subject.slice(SAME.length + 1));
      const language = context.languages[0]!;
      if (proposal === null) return null;
      const [entered, chat] = [await described(records, proposal, proposal.enteredId), await described(records, proposal, proposal.chatId)];
      const text = (each: Described) => language.t('same-entry', { name: human(each.name ?? language.t('person-unnamed')), channel: language.t(`channel-${(each.rsvp?.channel ?? 'PHONE').toLowerCase()}`), persons: each.rsvp?.partySize ?? 0 });
      const settled = proposal.state === 'OPEN' ? [] : [line(language.t(proposal.state === 'MERGED' ? 'same-merged' : 'same-apart'))];
      return {
        document: document(title(strong(language.t('same-question'))), line(text(entered)), line(text(chat)), ...settled),
        actions: [
          { id: 'merge', label: language.t('action-same'), row: 0 },
          { id: 'apart', label: language.t('action-apart'), row: 0 },
        ],
        open: proposal.state === 'OPEN',
      };
    },
    press: async (turn, copy, actionId) => {
      const proposal = await turn.unit.office.samePerson(copy.subject.slice(SAME.length + 1));
      if (turn.actor.role === null || turn.actor.role === 'HELPER') return turn.answer(turn.t('command-not-allowed'));
      if (proposal?.state !== 'OPEN') return turn.answer(turn.t('press-closed'));
      if (actionId === 'merge') {
        await record(turn, 'same.merged', { subjectId: proposal.chatId, eventKey: proposal.eventKey });
        await links.join(turn, proposal.enteredId, proposal.chatId);
      } else await record(turn, 'same.apart', { subjectId: proposal.chatId, eventKey: proposal.eventKey });
      const state = actionId === 'merge' ? 'MERGED' : 'APART';
      turn.unit.office.putSamePerson({ ...proposal, state, decidedBy: await turn.person(), decidedAt: turn.now });
      await turn.touch(copy.subject);
      turn.answer(turn.t(state === 'MERGED' ? 'same-merged' : 'same-apart'));
    },
  };
}

interface Described {
  readonly name: string | null;
  readonly rsvp: Rsvp | null;
}

async function described(records: Records, proposal: SamePerson, personId: string): Promise<Described> {
  return { name: (await records.people.person(personId))?.name ?? null, rsvp: await records.events.rsvp(proposal.eventKey, personId) };
}
