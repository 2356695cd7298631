import type { Role } from '../../src/kernel/directory.ts';
import { instantFromIso } from '../../src/kernel/time.ts';
import { roomId, type Update } from '../../src/kernel/update.ts';
import { Door } from './door.ts';

/** Who stands before the door. The first seven are people we know more or less; the others are heard in groups only. */
export const PEOPLE = ['officer', 'deputy', 'helper', 'leader', 'member', 'left', 'resident', 'stranger', 'namesake'] as const;
export const FACELESS = ['moderator', 'anonymous', 'channel', 'bot'] as const;
export type Someone = (typeof PEOPLE)[number] | (typeof FACELESS)[number];
/** `group`: the working group's own chat; `other`: a chat of the town's that is about nothing yet. */
export type Where = 'private' | 'group' | 'other';

const GROUPS: Readonly<Record<'group' | 'other', number>> = { group: -1001, other: -1002 };
export const account = (who: Someone): number => 101 + [...PEOPLE, ...FACELESS].indexOf(who);
const NAMES: Readonly<Partial<Record<Someone, string>>> = { officer: 'Ina', deputy: 'Dirk', helper: 'Hella', leader: 'Lena', member: 'Mira', left: 'Fort', resident: 'Rosa', stranger: 'Neu' };

/** `namesake` calls itself as the officer does, and forwards a message of hers: whoever sends it is who acts. */
function user(who: Someone): Readonly<Record<string, unknown>> {
  return { id: account(who), is_bot: who === 'bot', first_name: NAMES[who] ?? 'Ina', ...(who === 'officer' || who === 'namesake' ? { username: 'ina_stadt' } : {}), language_code: 'de' };
}

function chatOf(who: Someone, where: Where): Readonly<Record<string, unknown>> {
  return where === 'private' ? { id: account(who), type: 'private', first_name: 'x' } : { id: GROUPS[where], type: 'supergroup', title: where === 'group' ? 'AG Wohnen' : 'Nachbarschaft' };
}

/** On Matrix the server says who may moderate a room; on Telegram an administrator is told apart only behind the group's name. */
const matrixRoom = (where: Where) => roomId('matrix', `!${where}:town.example`);

const moderates = (where: Where, what: Update['what']): Update => ({
  at: null,
  sender: { kind: 'person', account: '@moderator:town.example', name: 'Moritz', username: null, languageHint: 'de', moderator: true },
  place: { room: matrixRoom(where), kind: 'GROUP', title: 'AG Wohnen' },
  what,
});

/** What Telegram tells of a message by somebody. */
function from(who: Someone, where: Where): Readonly<Record<string, unknown>> {
  if (who === 'anonymous') return { from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }, sender_chat: chatOf(who, where) };
  if (who === 'channel') return { from: { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }, sender_chat: { id: -1009, type: 'channel', title: 'Ina' } };
  if (who === 'namesake') return { from: user(who), forward_origin: { type: 'user', date: 1, sender_user: user('officer') } };
  return { from: user(who) };
}

export function says(door: Door, who: Someone, where: Where, text: string): Update | null {
  if (who === 'moderator') return moderates(where, { kind: 'text', text, messageId: '$1', replyTo: null });
  return door.decoded({ message: { message_id: 5, date: Math.floor(door.now / 1_000), chat: chatOf(who, where), ...from(who, where), text } });
}

/** `data`: what the button carries; `chat`: in whose private chat, or which group, it is pressed. */
export function presses(door: Door, who: Someone, chat: Someone | 'group' | 'other', data: string): Update | null {
  const there = chat === 'group' || chat === 'other' ? chatOf(who, chat) : chatOf(chat, 'private');
  return door.decoded({ callback_query: { id: '9', from: user(who), chat_instance: '1', data, message: { message_id: 6, date: 1, chat: there } } });
}

/** Somebody presses a button of a card that hangs in their private chat. */
async function pressOwn(door: Door, who: Someone, subject: string, action: string): Promise<void> {
  const [card] = await door.store.view(({ kernel }) => kernel.cardsOf(subject));
  if (card === undefined) throw new Error(`no card of ${subject}`);
  await door.does(presses(door, who, who, door.seals.seal(card.id, action)));
}

export interface Scene {
  readonly door: Door;
  /** Person ids by who they are. */
  readonly ids: ReadonlyMap<Someone, string>;
  /** Of AG Wohnen: a meeting that was and one that will be, an open date poll, an open vote and one that is counted. */
  readonly held: string;
  readonly ahead: string;
  readonly poll: string;
  readonly decision: string;
  readonly counted: string;
}

const ROLES: Readonly<Partial<Record<Someone, Role>>> = { officer: 'OFFICER', deputy: 'DEPUTY', helper: 'HELPER' };

/** AG Wohnen with its leader, a member and one who has left; a meeting that was and one that will be, an open date poll, an open vote and a counted one; the office. */
export async function openScene(): Promise<Scene> {
  const door = await Door.open('2018-10-22T09:00:00+02:00');
  const ids = new Map<Someone, string>();
  for (const who of PEOPLE) {
    if (who === 'stranger') continue;
    await door.does(says(door, who, 'private', '/start'));
    ids.set(who, (await door.store.view(({ people }) => people.identity('telegram', String(account(who)))))!.personId);
  }
  await door.store.transact(async (unit) => {
    for (const [who, personId] of ids) {
      const role = ROLES[who];
      if (role !== undefined) unit.office.putStaff({ personId, role, invitedBy: null, since: door.now });
      if (who !== 'leader' && who !== 'member' && who !== 'left') continue;
      unit.groups.putMembership({ groupKey: 'ag-wohnen', personId, role: who === 'leader' ? 'LEADER' : 'MEMBER', sector: null, standing: who === 'left' ? 'LEFT' : 'MEMBER', channel: 'TELEGRAM', enteredBy: null, since: door.now });
    }
    unit.kernel.putRoom({ id: matrixRoom('group'), platform: 'matrix', chat: '!group:town.example', thread: null, kind: 'GROUP', title: 'AG Wohnen', languages: [], state: 'ACTIVE', eventKey: null, groupKey: 'ag-wohnen', addedAt: door.now });
  });
  await door.does(says(door, 'officer', 'group', '/hier ag-wohnen'));
  await door.does(says(door, 'officer', 'private', '/erfassen Telefon 2 Frau Kaya'));
  for (const text of ['/treffen Di 23.10.2018 19-21', '/treffen Di 30.10.2018 19-21', '/terminumfrage Ausflug: Di 14.5.2019 19-21, Do 16.5.2019 19-21', '/aufgabe Raum buchen, Mira, -', '/abstimmung Farbe? Rot; Blau']) await door.does(says(door, 'leader', 'private', text));
  const groups = await door.store.view(async (records) => ({ events: (await records.events.events()).filter(({ workingGroup }) => workingGroup === 'ag-wohnen'), polls: await records.polls.pollsOf('ag-wohnen'), decisions: await records.decisions.decisionsOf('ag-wohnen') }));
  const [held, ahead, poll, counted] = [groups.events[0]!.key, groups.events[1]!.key, groups.polls[0]!.id, groups.decisions[0]!.id];
  await pressOwn(door, 'leader', `POLLDESK:${poll}`, 'open');
  for (const action of ['open', 'close']) await pressOwn(door, 'leader', `DECISIONDESK:${counted}`, action);
  await door.does(says(door, 'leader', 'private', '/abstimmung Form? Rund; Eckig'));
  const decision = (await door.store.view(({ decisions }) => decisions.decisionsOf('ag-wohnen'))).find(({ id }) => id !== counted)!.id;
  await pressOwn(door, 'leader', `DECISIONDESK:${decision}`, 'open');
  await door.store.transact(async (unit) => {
    for (const slot of await unit.polls.slots(poll)) unit.polls.putVote({ slotId: slot.id, pollId: poll, personId: ids.get('member')!, answer: 'YES', comment: null, channel: 'TELEGRAM', enteredBy: null, answeredAt: door.now });
  });
  door.now = instantFromIso('2018-10-24T09:00:00+02:00');
  return { door, ids, held, ahead, poll, decision, counted };
}
