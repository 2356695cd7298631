import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { EventRecords, EventTally, ListedReply, ReplyGroup, Rsvp } from '../../src/events/records.ts';
import type { eventShelves } from './event-tables.ts';
import type { peopleShelves } from './people-records.ts';
import type { UnitOfWork } from './unit.ts';

type Shelves = ReturnType<typeof eventShelves> & ReturnType<typeof peopleShelves>;

export const recount = `SELECT
  COUNT(CASE WHEN "seat" = 'CONFIRMED' THEN 1 END) AS "attendingReplies",
  SUM(CASE WHEN "seat" = 'CONFIRMED' THEN "partySize" ELSE 0 END) AS "attendingPersons",
  COUNT(CASE WHEN "answer" = 'MAYBE' THEN 1 END) AS "maybe",
  COUNT(CASE WHEN "answer" = 'DECLINED' THEN 1 END) AS "declined",
  COUNT(CASE WHEN "seat" IN ('WAITING', 'OFFERED') THEN 1 END) AS "waitingReplies",
  SUM(CASE WHEN "seat" IN ('WAITING', 'OFFERED') THEN "partySize" ELSE 0 END) AS "waitingPersons",
  COUNT(CASE WHEN "seat" = 'OFFERED' THEN 1 END) AS "reservedReplies",
  SUM(CASE WHEN "seat" = 'OFFERED' THEN "partySize" ELSE 0 END) AS "reservedPersons",
  COUNT(CASE WHEN "toConfirm" THEN 1 END) AS "toConfirm",
  COUNT(CASE WHEN "timeliness" = 'LATE' THEN 1 END) AS "late",
  COUNT("enteredBy") AS "entered"
FROM "Rsvp" WHERE "eventKey" = ?`;

const groups = `SELECT "channel", "answer", "seat", "timeliness",
  COUNT(*) AS "replies",
  SUM("partySize") AS "persons",
  COALESCE(SUM("children"), 0) AS "children",
  SUM(CASE WHEN "children" IS NULL THEN 0 ELSE "partySize" END) AS "personsWithChildrenGiven"
FROM "Rsvp" WHERE "eventKey" = ?
GROUP BY "channel", "answer", "seat", "timeliness" ORDER BY "channel", "answer", "seat", "timeliness"`;

/** Only people with a chat: whom the office wrote down is phoned. */
const unreachable = `SELECT COUNT(*) AS "count" FROM "Rsvp" r WHERE r."eventKey" = ?
  AND EXISTS (SELECT 1 FROM "ChatIdentity" i WHERE i."personId" = r."personId")
  AND NOT EXISTS (SELECT 1 FROM "ChatIdentity" i WHERE i."personId" = r."personId" AND i."reach" = 'OPEN')`;

export const byReceipt: Prisma.RsvpOrderByWithRelationInput[] = [{ answeredAt: 'asc' }, { personId: 'asc' }];

/** What the board and the office's list ask of an event's replies, counted by the database. */
export function eventReports(unit: UnitOfWork, { rsvps, tallies, persons, identities }: Shelves) {
  return {
    async recount(eventKey) {
      const [row] = await unit.read([rsvps], () => unit.query(recount, [eventKey]));
      const nextOrder = (await tallies.find({ eventKey }))?.nextOrder ?? 0;
      const counted = Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)]));
      return { ...zeroTally(eventKey), ...counted, nextOrder };
    },
    async replyGroups(eventKey) {
      const rows = await unit.read([rsvps], () => unit.query(groups, [eventKey]));
      return rows.map((row) => {
        const { channel, answer, seat, timeliness, ...numbers } = row;
        const counted = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, Number(value)]));
        return { channel, answer, seat, timeliness, ...counted } as unknown as ReplyGroup;
      });
    },
    listReplies: async (eventKey) => listed(await rsvps.select({ where: { eventKey }, orderBy: byReceipt })),
    async enteredReplies(eventKey) {
      const entered = await listed(await rsvps.select({ where: { eventKey, enteredBy: { not: null } }, orderBy: byReceipt }));
      return entered.filter((reply) => !reply.hasChat);
    },
    async unreachable(eventKey) {
      const [row] = await unit.read([rsvps, identities], () => unit.query(unreachable, [eventKey]));
      return Number(row?.['count'] ?? 0);
    },
  } satisfies Partial<EventRecords>;

  async function listed(replies: readonly Rsvp[]): Promise<ListedReply[]> {
    await persons.prefetch(replies.map(({ personId }) => ({ id: personId })));
    const reachable = await reachOf(replies.map(({ personId }) => personId));
    const list: ListedReply[] = [];
    for (const reply of replies) {
      const name = (await persons.find({ id: reply.personId }))?.name ?? null;
      list.push({ ...reply, name, reachable: reachable.get(reply.personId) === true, hasChat: reachable.has(reply.personId) });
    }
    return list;
  }

  /** Of those who have a chat account: whether one of theirs can be written to. */
  async function reachOf(personIds: readonly string[]): Promise<Map<string, boolean>> {
    const reachable = new Map<string, boolean>();
    for (let start = 0; start < personIds.length; start += 500) {
      const some = await identities.select({ where: { personId: { in: personIds.slice(start, start + 500) } } });
      for (const { personId, reach } of some) reachable.set(personId, reach === 'OPEN' || reachable.get(personId) === true);
    }
    return reachable;
  }
}

export function zeroTally(eventKey: string): EventTally {
  return {
    eventKey,
    attendingReplies: 0,
    attendingPersons: 0,
    maybe: 0,
    declined: 0,
    waitingReplies: 0,
    waitingPersons: 0,
    reservedReplies: 0,
    reservedPersons: 0,
    toConfirm: 0,
    late: 0,
    entered: 0,
    nextOrder: 0,
  };
}
