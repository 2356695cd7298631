import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { BringItem, BringSlot, Event, EventTally, Rsvp } from '../../src/events/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const events = tableOf<Event>()({
  name: 'Event',
  key: ['key'],
  columns: {
    key: 'text',
    kind: 'text',
    workingGroup: 'text',
    title: 'json',
    subtitle: 'json',
    lead: 'json',
    programme: 'json',
    place: 'json',
    zone: 'text',
    startAt: 'instant',
    endAt: 'instant',
    capacity: 'int',
    unlimited: 'bool',
    deadlineAt: 'instant',
    deadlineMode: 'text',
    deadlineConfirmed: 'bool',
    offerHours: 'int',
    state: 'text',
    cancelReason: 'text',
    calendarUid: 'text',
    calendarSequence: 'int',
    turnedAt: 'instant',
  },
  findMany: (sql, args: Prisma.EventFindManyArgs) => sql.event.findMany(args),
});

const tallies = tableOf<EventTally>()({
  name: 'EventTally',
  key: ['eventKey'],
  columns: {
    eventKey: 'text',
    attendingReplies: 'int',
    attendingPersons: 'int',
    maybe: 'int',
    declined: 'int',
    waitingReplies: 'int',
    waitingPersons: 'int',
    reservedReplies: 'int',
    reservedPersons: 'int',
    toConfirm: 'int',
    late: 'int',
    entered: 'int',
    nextOrder: 'int',
  },
  findMany: (sql, args: Prisma.EventTallyFindManyArgs) => sql.eventTally.findMany(args),
});

const rsvps = tableOf<Rsvp>()({
  name: 'Rsvp',
  key: ['eventKey', 'personId'],
  columns: {
    eventKey: 'text',
    personId: 'text',
    answer: 'text',
    partySize: 'int',
    children: 'int',
    seat: 'text',
    waitOrder: 'int',
    offerUntil: 'instant',
    channel: 'text',
    timeliness: 'text',
    toConfirm: 'bool',
    answeredAt: 'instant',
    enteredBy: 'text',
  },
  findMany: (sql, args: Prisma.RsvpFindManyArgs) => sql.rsvp.findMany(args),
});

const slots = tableOf<BringSlot>()({
  name: 'BringSlot',
  key: ['id'],
  columns: { id: 'text', eventKey: 'text', position: 'int', kind: 'text', title: 'json', places: 'int' },
  findMany: (sql, args: Prisma.BringSlotFindManyArgs) => sql.bringSlot.findMany(args),
});

const items = tableOf<BringItem>()({
  name: 'BringItem',
  key: ['slotId', 'personId'],
  columns: { slotId: 'text', personId: 'text', eventKey: 'text', what: 'text', createdAt: 'instant' },
  findMany: (sql, args: Prisma.BringItemFindManyArgs) => sql.bringItem.findMany(args),
});

export function eventShelves(unit: UnitOfWork) {
  return {
    events: new Shelf(events, unit),
    tallies: new Shelf(tallies, unit),
    rsvps: new Shelf(rsvps, unit),
    slots: new Shelf(slots, unit),
    items: new Shelf(items, unit),
  };
}
