import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { OutboxRow } from '../../src/kernel/effect.ts';
import type { CardCopy, Cursor, Dialog, InboxRow, Room, Deed } from '../../src/kernel/records.ts';
import { tableOf } from './table.ts';

export const inbox = tableOf<InboxRow>()({
  name: 'Inbox',
  key: ['seq'],
  columns: {
    seq: 'int',
    platform: 'text',
    account: 'text',
    key: 'text',
    receivedAt: 'instant',
    queuedSince: 'instant',
    state: 'text',
    attempts: 'int',
    problem: 'text',
    payload: 'text',
  },
  findMany: (sql, args: Prisma.InboxFindManyArgs) => sql.inbox.findMany(args),
});

export const cursors = tableOf<Cursor>()({
  name: 'Cursor',
  key: ['platform', 'account'],
  columns: { platform: 'text', account: 'text', value: 'text', caughtUpAt: 'instant' },
  findMany: (sql, args: Prisma.CursorFindManyArgs) => sql.cursor.findMany(args),
});

export const outbox = tableOf<OutboxRow>()({
  name: 'Outbox',
  key: ['effectId'],
  columns: {
    effectId: 'text',
    seq: 'int',
    room: 'text',
    personId: 'text',
    effect: 'json',
    state: 'text',
    attempt: 'int',
    notBefore: 'instant',
    expiresAt: 'instant',
    createdAt: 'instant',
    sendingAt: 'instant',
    unknownAt: 'instant',
    messageId: 'text',
  },
  findMany: (sql, args: Prisma.OutboxFindManyArgs) => sql.outbox.findMany(args),
});

export const rooms = tableOf<Room>()({
  name: 'Room',
  key: ['id'],
  columns: {
    id: 'text',
    platform: 'text',
    chat: 'text',
    thread: 'text',
    kind: 'text',
    title: 'text',
    languages: 'json',
    state: 'text',
    eventKey: 'text',
    groupKey: 'text',
    addedAt: 'instant',
  },
  findMany: (sql, args: Prisma.RoomFindManyArgs) => sql.room.findMany(args),
});

export const subjects = tableOf<{ readonly id: string; readonly version: number }>()({
  name: 'Subject',
  key: ['id'],
  columns: { id: 'text', version: 'int' },
  findMany: (sql, args: Prisma.SubjectFindManyArgs) => sql.subject.findMany(args),
});

export const cards = tableOf<CardCopy>()({
  name: 'Card',
  key: ['id'],
  columns: {
    id: 'text',
    kind: 'text',
    subject: 'text',
    room: 'text',
    personId: 'text',
    messageId: 'text',
    shownVersion: 'int',
    digest: 'text',
    data: 'json',
    state: 'text',
    createdAt: 'instant',
    editedAt: 'instant',
  },
  findMany: (sql, args: Prisma.CardFindManyArgs) => sql.card.findMany(args),
});

export const dialogs = tableOf<Dialog>()({
  name: 'Dialog',
  key: ['id'],
  columns: { id: 'text', command: 'text', data: 'json', startedAt: 'instant', expiresAt: 'instant' },
  findMany: (sql, args: Prisma.DialogFindManyArgs) => sql.dialog.findMany(args),
});

export const deeds = tableOf<Deed>()({
  name: 'Deed',
  key: ['room', 'messageId'],
  columns: { room: 'text', messageId: 'text', personId: 'text', subject: 'text', before: 'json', at: 'instant' },
  findMany: (sql, args: Prisma.DeedFindManyArgs) => sql.deed.findMany(args),
});

export const markers = tableOf<{ readonly key: string; readonly value: string }>()({
  name: 'Marker',
  key: ['key'],
  columns: { key: 'text', value: 'text' },
  findMany: (sql, args: Prisma.MarkerFindManyArgs) => sql.marker.findMany(args),
});
