import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { ChatIdentity, PeopleRecords, Person } from '../../src/people/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const persons = tableOf<Person>()({
  name: 'Person',
  key: ['id'],
  columns: { id: 'text', name: 'text', language: 'text', noticeAt: 'instant', createdAt: 'instant' },
  findMany: (sql, args: Prisma.PersonFindManyArgs) => sql.person.findMany(args),
});

const identities = tableOf<ChatIdentity>()({
  name: 'ChatIdentity',
  key: ['platform', 'account'],
  columns: {
    id: 'text',
    platform: 'text',
    account: 'text',
    personId: 'text',
    name: 'text',
    languageHint: 'text',
    reach: 'text',
    room: 'text',
    seenAt: 'instant',
  },
  findMany: (sql, args: Prisma.ChatIdentityFindManyArgs) => sql.chatIdentity.findMany(args),
});

export function peopleShelves(unit: UnitOfWork) {
  return { persons: new Shelf(persons, unit), identities: new Shelf(identities, unit) };
}

export function peopleRecords({ persons, identities }: ReturnType<typeof peopleShelves>): PeopleRecords {
  return {
    person: (id) => persons.find({ id }),
    prefetchPersons: (ids) => persons.prefetch(ids.map((id) => ({ id }))),
    putPerson: (person) => persons.put(person),
    removePerson: (id) => persons.remove({ id }),
    identity: (platform, account) => identities.find({ platform, account }),
    prefetchIdentities: (keys) => identities.prefetch(keys),
    identityIn: (room) => identities.selectFirst({ where: { room }, orderBy: { seenAt: 'desc' } }),
    identitiesOf: (personId) => identities.select({ where: { personId }, orderBy: { seenAt: 'desc' } }),
    async withChat(personIds) {
      const found = new Set<string>();
      for (let start = 0; start < personIds.length; start += 500) {
        for (const { personId } of await identities.select({ where: { personId: { in: personIds.slice(start, start + 500) } } })) found.add(personId);
      }
      return found;
    },
    reachable: async () => [...new Set((await identities.select({ where: { reach: 'OPEN' }, orderBy: { personId: 'asc' } })).map(({ personId }) => personId))],
    putIdentity: (identity) => identities.put(identity),
    removeIdentity: (identity) => identities.remove(identity),
  };
}
