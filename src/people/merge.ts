import type { CardCopy, Deed } from '../kernel/records.ts';
import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import type { Platform } from '../kernel/update.ts';
import type { Kept } from './personal-data.ts';
import type { Person } from './records.ts';

interface Had {
  readonly from: Person;
  readonly into: Person;
  /** The chat accounts of `from`. */
  readonly accounts: readonly { readonly platform: Platform; readonly account: string }[];
  /** What was done from them and can be taken back. */
  readonly deeds: readonly Deed[];
}

/**
 * The person's own row, chat accounts, private cards and deeds. The language chosen where the code was typed comes
 * before the other's; a name before none. Whom the notice was shown once, it was shown.
 */
export async function merge(turn: Turn, from: string, into: string): Promise<Kept> {
  const { kernel, people } = turn.unit;
  const [other, own] = [await existing(turn, from), await existing(turn, into)];
  const accounts = await people.identitiesOf(from);
  for (const identity of accounts) people.putIdentity({ ...identity, personId: into });
  const deeds = await kernel.deedsOf(from);
  for (const deed of deeds) kernel.putDeed({ ...deed, personId: into });
  for (const copy of await kernel.everyCardOf(from)) handOver(turn, copy, from, into);
  for (const { subject } of await kernel.cardsOfPerson(into)) await turn.touch(subject);
  people.putPerson({
    ...own,
    name: own.name ?? other.name,
    language: own.language ?? other.language,
    noticeAt: earlier(own.noticeAt, other.noticeAt),
    createdAt: earlier(own.createdAt, other.createdAt) ?? own.createdAt,
  });
  people.removePerson(from);
  const had: Had = { from: other, into: own, accounts: accounts.map(({ platform, account }) => ({ platform, account })), deeds };
  return { ...had };
}

/** The chat accounts of `from` go back to them, with the cards in their private chats and what was done from them. */
export async function part(turn: Turn, from: string, into: string, kept: Kept): Promise<void> {
  const { kernel, people } = turn.unit;
  const had = kept as unknown as Had;
  people.putPerson(had.from);
  people.putPerson(had.into);
  const rooms = new Set<string>();
  for (const { platform, account } of had.accounts) {
    const identity = await people.identity(platform, account);
    if (identity === null) continue;
    people.putIdentity({ ...identity, personId: from });
    if (identity.room !== null) rooms.add(identity.room);
  }
  for (const copy of await kernel.everyCardOf(into)) if (rooms.has(copy.room)) handOver(turn, copy, into, from);
  for (const deed of had.deeds) if ((await kernel.deed(deed.room, deed.messageId)) !== null) kernel.putDeed(deed);
  for (const personId of [from, into]) for (const { subject } of await kernel.cardsOfPerson(personId)) await turn.touch(subject);
}

/** Some cards name their person in their subject. */
function handOver(turn: Turn, copy: CardCopy, from: string, to: string): void {
  const subject = copy.subject.replace(from, to);
  turn.unit.kernel.putCard({ ...copy, personId: to, subject, shownVersion: subject === copy.subject ? copy.shownVersion : 0 });
  turn.aftermath.recast.add(copy.subject).add(subject);
}

async function existing(turn: Turn, id: string): Promise<Person> {
  const person = await turn.unit.people.person(id);
  if (person === null) throw new Error('one of two persons to be made one does not exist');
  return person;
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || (other !== null && other < one) ? other : one;
}
