import type { OutboxRow } from '../../src/kernel/effect.ts';
import type { KernelRecords } from '../../src/kernel/records.ts';
import { roomId, splitRoom } from '../../src/kernel/update.ts';
import type { Platform, RoomId } from '../../src/kernel/update.ts';
import { Inbox } from './inbox.ts';
import { cards, cursors, deeds, dialogs, markers, outbox, rooms, subjects } from './kernel-tables.ts';
import type { peopleShelves } from './people-records.ts';
import type { reminderShelves } from './reminder-records.ts';
import { Shelf } from './shelf.ts';
import type { UnitOfWork } from './unit.ts';

export function kernelShelves(unit: UnitOfWork) {
  return {
    inbox: new Inbox(unit),
    cursors: new Shelf(cursors, unit),
    outbox: new Shelf(outbox, unit),
    rooms: new Shelf(rooms, unit),
    subjects: new Shelf(subjects, unit),
    cards: new Shelf(cards, unit),
    dialogs: new Shelf(dialogs, unit),
    deeds: new Shelf(deeds, unit),
    markers: new Shelf(markers, unit),
  };
}

type Shelves = ReturnType<typeof kernelShelves>;

const unsent: OutboxRow['state'][] = ['READY', 'SENDING', 'UNKNOWN'];

export function kernelRecords(unit: UnitOfWork, shelves: Shelves, identities: ReturnType<typeof peopleShelves>['identities'], reminders: ReturnType<typeof reminderShelves>['single']): KernelRecords {
  return { ...inboxRecords(shelves), ...outboxRecords(unit, shelves), ...cardRecords(unit, shelves), ...deedRecords(unit, shelves), ...roomRecords(shelves, identities, reminders) };
}

function inboxRecords({ inbox, cursors, markers }: Shelves) {
  return {
    receive: (rows) => inbox.receive(rows),
    pendingInbox: (limit) => inbox.pending(limit),
    inboxCount: (state) => inbox.count(state),
    markInbox: (seq, state, attempts, problem) => inbox.mark({ seq, state, attempts, problem }),
    emptyDeadInbox: () => inbox.emptyDead(),
    forgetInbox: (before) => inbox.forgetBefore(before),
    cursor: (platform, account) => cursors.find({ platform, account }),
    saveCursor: (cursor) => cursors.put(cursor),
    marker: async (key) => (await markers.find({ key }))?.value ?? null,
    setMarker: (key, value) => markers.put({ key, value }),
    removeMarker: (key) => markers.remove({ key }),
  } satisfies Partial<KernelRecords>;
}

function outboxRecords(unit: UnitOfWork, { outbox }: Shelves) {
  return {
    putOutbox: (row) => outbox.put(row),
    outbox: (effectId) => outbox.find({ effectId }),
    pendingOutbox: (take, afterSeq) => outbox.select({ where: { state: { in: unsent }, seq: { gt: afterSeq } }, orderBy: { seq: 'asc' }, take }),
    highestOutboxSeq: async () => (await unit.read([outbox], (sql) => sql.outbox.aggregate({ _max: { seq: true } })))._max.seq ?? 0,
    removeOutbox: (effectId) => outbox.remove({ effectId }),
    async forgetOutbox(before) {
      const where = { state: { in: ['SENT', 'DEAD', 'UNKNOWN'] }, createdAt: { lt: new Date(before) } };
      return (await unit.write([outbox], (sql) => sql.outbox.deleteMany({ where }))).count;
    },
    async purgeOutbox(personId, rooms) {
      const theirs = await outbox.select({ where: { OR: [{ personId }, { room: { in: [...rooms] } }] } });
      for (const row of theirs) if (row.effect.kind !== 'ANSWER') outbox.remove(row);
    },
  } satisfies Partial<KernelRecords>;
}

function cardRecords(unit: UnitOfWork, { cards, subjects }: Shelves) {
  const version = async (id: string): Promise<number> => (await subjects.find({ id }))?.version ?? 0;
  return {
    subjectVersion: version,
    touch: async (id) => subjects.put({ id, version: (await version(id)) + 1 }),
    card: (id) => cards.find({ id }),
    prefetchCards: (ids) => cards.prefetch(ids.map((id) => ({ id }))),
    putCard: (card) => cards.put(card),
    cardsOf: (subject) => cards.select({ where: { subject, state: 'LIVE' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    async staleCards(limit) {
      const behind = `SELECT c.* FROM "Card" c JOIN "Subject" s ON s."id" = c."subject"
        WHERE c."state" = 'LIVE' AND c."messageId" IS NOT NULL AND c."shownVersion" < s."version" ORDER BY c."createdAt", c."id" LIMIT ?`;
      return (await unit.read([cards, subjects], () => unit.query(behind, [limit]))).map((row) => cards.adopt(row));
    },
    newestCard: (room, personId) =>
      cards.selectFirst({ where: { room, personId, state: 'LIVE', messageId: { not: null } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
    cardByMessage: (room, messageId) => cards.selectFirst({ where: { room, messageId }, orderBy: { createdAt: 'desc' } }),
    cardsOfPerson: (personId) => cards.select({ where: { personId, state: 'LIVE' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    everyCardOf: (personId) => cards.select({ where: { personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    async removeCardsOfPerson(personId) {
      for (const card of await cards.select({ where: { personId } })) cards.remove(card);
    },
  } satisfies Partial<KernelRecords>;
}

function deedRecords(unit: UnitOfWork, { deeds }: Shelves) {
  return {
    deed: (room, messageId) => deeds.find({ room, messageId }),
    putDeed: (deed) => deeds.put(deed),
    removeDeed: (deed) => deeds.remove(deed),
    deedsOf: (personId) => deeds.select({ where: { personId }, orderBy: { at: 'asc' } }),
    forgetDeeds: async (before) => (await unit.write([deeds], (sql) => sql.deed.deleteMany({ where: { at: { lt: new Date(before) } } }))).count,
  } satisfies Partial<KernelRecords>;
}

function roomRecords({ rooms, cards, outbox, dialogs }: Shelves, identities: ReturnType<typeof peopleShelves>['identities'], reminders: ReturnType<typeof reminderShelves>['single']) {
  return {
    room: (id) => rooms.find({ id }),
    rooms: () => rooms.select({ orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] }),
    putRoom: (room) => rooms.put(room),
    dialog: (id) => dialogs.find({ id }),
    putDialog: (dialog) => dialogs.put(dialog),
    removeDialog: (id) => dialogs.remove({ id }),
    async moveChat(platform: Platform, oldChat: string, newChat: string) {
      const old = roomId(platform, oldChat);
      const moved = (room: RoomId): RoomId => roomId(platform, newChat, splitRoom(room).thread);
      const isOld = (room: RoomId): boolean => room === old || room.startsWith(`${old}/`);
      for (const room of await rooms.select({ where: { platform, chat: oldChat } })) {
        rooms.remove(room);
        rooms.put({ ...room, id: moved(room.id), chat: newChat });
      }
      for (const row of await outbox.select({ where: { room: { startsWith: old } } })) if (isOld(row.room)) outbox.put({ ...row, room: moved(row.room) });
      for (const identity of await identities.select({ where: { room: { startsWith: old } } })) {
        if (identity.room !== null && isOld(identity.room)) identities.put({ ...identity, room: moved(identity.room) });
      }
      for (const reminder of await reminders.select({ where: { state: 'WAITING', room: { startsWith: old } } })) {
        if (reminder.room !== null && isOld(reminder.room)) reminders.put({ ...reminder, room: moved(reminder.room) });
      }
      for (const dialog of await dialogs.select({ where: { id: { startsWith: old } } })) {
        const [room, ...account] = dialog.id.split('|');
        if (room === undefined || !isOld(room as RoomId)) continue;
        dialogs.remove(dialog);
        dialogs.put({ ...dialog, id: [moved(room as RoomId), ...account].join('|') });
      }
      const copies = (await cards.select({ where: { room: { startsWith: old } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).filter((card) => isOld(card.room));
      // The old messages stayed behind in the old chat.
      const followed = copies.map((card) => ({ ...card, room: moved(card.room), messageId: null, digest: null }));
      for (const card of followed) cards.put(card);
      return followed.filter((card) => card.state === 'LIVE');
    },
  } satisfies Partial<KernelRecords>;
}
