import type { CardKind } from '../kernel/feature.ts';
import type { Room } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import { document, line, strong, title } from '../view/document.ts';
import { human } from '../view/language.ts';
import type { Asked, Binding } from './ports.ts';

/** Asks the office whether a room may be bound. Subject `ROOMREQUEST:<room>|<key>`. */
const ROOM_REQUEST = 'ROOMREQUEST';

/** Nobody can tell from a message whether its writer administers the chat, so the office says yes. False: nobody there can be reached. */
export async function askOffice(turn: Turn, room: Room, key: string): Promise<boolean> {
  // Who writes in the name of the chat is nobody we know.
  const askedBy = turn.actor.kind === 'person' ? await turn.person() : null;
  let reached = false;
  for (const { personId, role } of await turn.unit.office.allStaff()) {
    const address = role === 'HELPER' ? null : await turn.house.directory.addressOf(turn.unit, personId);
    if (address === null) continue;
    await turn.repost(address.room, { kind: ROOM_REQUEST, what: `${room.id}|${key}`, personId, data: { room: room.id, key, askedBy } });
    reached = true;
  }
  return reached;
}

export function roomRequestCard({ binding, titleOf }: Asked): CardKind {
  return {
    kind: ROOM_REQUEST,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const { room: id, key, askedBy, closed } = copy.data as { room: RoomId; key: string; askedBy: string | null; closed?: boolean };
      const language = context.languages[0]!;
      const [room, subject] = [await records.kernel.room(id), await titleOf(records, key)];
      if (room === null || subject === null) return null;
      const asker = askedBy === null ? null : ((await records.people.person(askedBy))?.name ?? language.t('person-unnamed'));
      const named = { title: human(room.title ?? ''), group: language.pick(subject) };
      const question = asker === null ? language.t('here-request-chat', named) : language.t('here-request', { ...named, name: human(asker) });
      return {
        document: document(title(strong(language.t('here-request-title'))), line(question)),
        actions: ['yes', 'no'].map((answer) => ({ id: answer, label: language.t(answer === 'yes' ? 'action-here-yes' : 'action-here-no'), row: 0 })),
        open: closed !== true,
      };
    },
    press: async (turn, copy, actionId) => {
      const { room: id, key, askedBy } = copy.data as { room: RoomId; key: string; askedBy: string | null };
      if (turn.actor.role !== 'OFFICER' && turn.actor.role !== 'DEPUTY') return turn.refuse(turn.t('command-not-allowed'));
      const [room, subject] = [await turn.unit.kernel.room(id), await titleOf(turn.unit, key)];
      if (room === null || subject === null) return turn.refuse(turn.t('press-unknown'));
      for (const each of await turn.unit.kernel.cardsOf(copy.subject)) await turn.close(each);
      if (actionId === 'yes') await bind(turn, binding, room, key);
      if (askedBy !== null) await turn.tell(askedBy, (language) => language.t(actionId === 'yes' ? 'here-approved' : 'here-declined', { group: language.pick(subject) }));
      turn.answer(turn.t(actionId === 'yes' ? 'here-bound' : 'here-not-bound'));
    },
  };
}

/** A room is about one thing; its card goes up. */
export async function bind(turn: Turn, binding: Binding, room: Room, key: string): Promise<void> {
  turn.unit.kernel.putRoom({ ...room, state: 'ACTIVE', eventKey: null, groupKey: null, [binding.field]: key });
  await binding.postCard(turn, key, room.id);
}
