import type { Actor, Address, Directory } from '../kernel/directory.ts';
import { cleanName } from '../kernel/text.ts';
import { durations, type Instant } from '../kernel/time.ts';
import { roomId, splitRoom, type Place, type Platform, type RoomId, type Sender } from '../kernel/update.ts';
import type { Ids } from '../ports/ids.ts';
import type { Records, Unit } from '../ports/store.ts';
import type { Language, Languages } from '../view/language.ts';
import type { ChatIdentity } from './records.ts';

/** A row is not rewritten for every press only to say that somebody was seen again. */
const SEEN_STEP = durations.day;

/** Whose language is used: what they chose, else what their messenger says, else the process's own. */
export class PeopleDirectory implements Directory {
  private readonly languages: Languages;
  private readonly ids: Ids;

  constructor(languages: Languages, ids: Ids) {
    this.languages = languages;
    this.ids = ids;
  }

  async identify(unit: Unit, sender: Sender, place: Place, now: Instant): Promise<Actor> {
    const { platform } = splitRoom(place.room);
    if (sender.kind !== 'person') return this.faceless(sender.kind === 'anonymousAdmin' ? 'hidden' : 'nobody', platform);
    const name = cleanName(sender.name);
    const moderator = sender.moderator && place.kind === 'GROUP';
    const base = { kind: 'person', platform, account: sender.account, name, languageHint: sender.languageHint, moderator } as const;
    const identity = await unit.people.identity(platform, sender.account);
    if (identity === null) {
      const privateRoom = place.kind === 'PRIVATE' ? place.room : null;
      return { ...base, personId: null, role: null, language: this.languages.of(this.languages.match(sender.languageHint)), privateRoom };
    }
    const seen = await this.refresh(unit, identity, { name, languageHint: sender.languageHint, place, now });
    const person = await unit.people.person(identity.personId);
    const role = (await unit.office.staff(identity.personId))?.role ?? null;
    const language = this.languages.of(person?.language ?? this.languages.match(seen.languageHint));
    return { ...base, personId: identity.personId, role, language, privateRoom: seen.reach === 'OPEN' ? seen.room : null };
  }

  async prefetch(unit: Unit, updates: readonly { readonly sender: Sender; readonly place: Place }[]): Promise<void> {
    const keys = updates.flatMap(({ sender, place }) => (sender.kind === 'person' ? [{ platform: splitRoom(place.room).platform, account: sender.account }] : []));
    await unit.people.prefetchIdentities(keys);
    const persons: string[] = [];
    for (const { platform, account } of keys) {
      const identity = await unit.people.identity(platform, account);
      if (identity !== null) persons.push(identity.personId);
    }
    await unit.people.prefetchPersons(persons);
    await unit.office.prefetchStaff(persons);
  }

  async remember(unit: Unit, actor: Actor, now: Instant): Promise<Actor & { personId: string }> {
    if (actor.personId !== null) return { ...actor, personId: actor.personId };
    if (actor.kind !== 'person') throw new Error('only people are remembered');
    const personId = this.ids.id();
    unit.people.putPerson({ id: personId, name: actor.name, language: null, noticeAt: now, createdAt: now });
    unit.people.putIdentity({
      id: this.ids.id(),
      platform: actor.platform,
      account: actor.account,
      personId,
      name: actor.name,
      languageHint: actor.languageHint,
      reach: actor.privateRoom === null ? 'UNKNOWN' : 'OPEN',
      room: actor.privateRoom,
      seenAt: now,
    });
    return { ...actor, personId };
  }

  async addressOf(records: Records, personId: string, lost?: Platform): Promise<Address | null> {
    const accounts = await records.people.identitiesOf(personId);
    const open = accounts.filter(({ platform, reach, room }) => reach === 'OPEN' && room !== null && platform !== lost);
    const newest = open.sort((a, b) => b.seenAt - a.seenAt)[0];
    return newest?.room == null ? null : { room: newest.room, language: await this.languageOf(records, personId, accounts) };
  }

  async languageOf(records: Records, personId: string, accounts?: readonly ChatIdentity[]): Promise<Language> {
    const person = await records.people.person(personId);
    if (person?.language != null) return this.languages.of(person.language);
    const hints = (accounts ?? (await records.people.identitiesOf(personId))).toSorted((a, b) => b.seenAt - a.seenAt);
    return this.languages.of(this.languages.match(hints[0]?.languageHint ?? null));
  }

  async lost(unit: Unit, room: RoomId, reason: 'BLOCKED' | 'GONE'): Promise<void> {
    const identity = await unit.people.identityIn(room);
    if (identity !== null) unit.people.putIdentity({ ...identity, reach: reason });
  }

  private faceless(kind: 'hidden' | 'nobody', platform: Platform): Actor {
    return { kind, platform, account: '', name: null, languageHint: null, personId: null, role: null, moderator: false, language: this.languages.fallback, privateRoom: null };
  }

  /** Names, languages and reachability follow what the messenger shows now. */
  private async refresh(unit: Unit, identity: ChatIdentity, now: { name: string | null; languageHint: string | null; place: Place; now: Instant }): Promise<ChatIdentity> {
    const isPrivate = now.place.kind === 'PRIVATE';
    const fresh: ChatIdentity = {
      ...identity,
      name: now.name,
      languageHint: now.languageHint ?? identity.languageHint,
      reach: isPrivate ? 'OPEN' : identity.reach,
      room: isPrivate ? roomId(identity.platform, splitRoom(now.place.room).chat) : identity.room,
      // Of several private chats the one they last wrote in is where we write to them: taps in a group do not count then.
      seenAt: isPrivate || identity.reach !== 'OPEN' ? now.now : identity.seenAt,
    };
    const changed = fresh.name !== identity.name || fresh.languageHint !== identity.languageHint || fresh.reach !== identity.reach || fresh.room !== identity.room;
    if (!changed && fresh.seenAt - identity.seenAt < (isPrivate ? 1 : SEEN_STEP)) return identity;
    unit.people.putIdentity(fresh);
    const person = fresh.name === identity.name ? null : await unit.people.person(identity.personId);
    // The person bears the name of their newest chat account.
    if (person !== null && fresh.name !== null) unit.people.putPerson({ ...person, name: fresh.name });
    return fresh;
  }
}
