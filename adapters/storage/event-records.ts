import type { EventRecords } from '../../src/events/records.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { byReceipt, eventReports, zeroTally } from './event-reports.ts';
import type { eventShelves } from './event-tables.ts';
import type { peopleShelves } from './people-records.ts';
import type { UnitOfWork } from './unit.ts';

export function eventRecords(unit: UnitOfWork, shelves: ReturnType<typeof eventShelves>, people: ReturnType<typeof peopleShelves>): EventRecords {
  const { events, tallies, rsvps, slots, items } = shelves;
  return {
    ...eventReports(unit, { ...shelves, ...people }),
    event: (key) => events.find({ key }),
    events: () => events.select({ orderBy: [{ startAt: 'asc' }, { key: 'asc' }] }),
    putEvent: (event) => events.put(event),
    tally: async (eventKey) => (await tallies.find({ eventKey })) ?? zeroTally(eventKey),
    putTally: (tally) => tallies.put(tally),
    rsvp: (eventKey, personId) => rsvps.find({ eventKey, personId }),
    prefetchRsvps: (keys) => rsvps.prefetch(keys),
    putRsvp: (rsvp) => rsvps.put(rsvp),
    removeRsvp: (rsvp) => rsvps.remove(rsvp),
    rsvpsOf: (personId) => rsvps.select({ where: { personId }, orderBy: [{ answeredAt: 'asc' }, { eventKey: 'asc' }] }),
    waiting: (eventKey, take) => rsvps.select({ where: { eventKey, seat: 'WAITING' }, orderBy: { waitOrder: 'asc' }, take }),
    waitingBefore: (eventKey, waitOrder) =>
      unit.read([rsvps], (sql) => sql.rsvp.count({ where: { eventKey, seat: 'WAITING', waitOrder: { lt: waitOrder } } })),
    lapsedOffers: (at) => rsvps.select({ where: { seat: 'OFFERED', offerUntil: { lte: new Date(at) } }, orderBy: [{ offerUntil: 'asc' }, { waitOrder: 'asc' }] }),
    async nextOfferEnd(after) {
      const first = await unit.read([rsvps], (sql) =>
        sql.rsvp.findFirst({ where: { seat: 'OFFERED', offerUntil: { gt: new Date(after) } }, orderBy: { offerUntil: 'asc' }, select: { offerUntil: true } }),
      );
      return (first?.offerUntil?.getTime() ?? null) as Instant | null;
    },
    replies: (eventKey) => rsvps.select({ where: { eventKey }, orderBy: byReceipt }),
    slots: (eventKey) => slots.select({ where: { eventKey }, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
    putSlot: (slot) => slots.put(slot),
    items: (eventKey) => items.select({ where: { eventKey }, orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }] }),
    itemsOf: (personId) => items.select({ where: { personId }, orderBy: { createdAt: 'asc' } }),
    putItem: (item) => items.put(item),
    removeItem: (item) => items.remove(item),
  };
}
