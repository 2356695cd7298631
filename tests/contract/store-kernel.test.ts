import { expect, test } from 'vitest';
import type { OutboxRow } from '../../src/kernel/effect.ts';
import type { CardCopy, Dialog, Room } from '../../src/kernel/records.ts';
import { roomId } from '../../src/kernel/update.ts';
import { at, eachStore } from './each-store.ts';

const group = roomId('telegram', '-100', '7');

function raw(key: string, payload = `{"key":"${key}"}`) {
  return { platform: 'telegram', account: 'bot', key, payload, receivedAt: at(1), queuedSince: at(0) } as const;
}

function effect(seq: number, change: Partial<OutboxRow> = {}): OutboxRow {
  return {
    effectId: `in.${seq}.0`,
    seq,
    room: group,
    personId: null,
    effect: { kind: 'ANSWER', pressId: '1', text: 'Danke, „Grüße“ 👍🏽' },
    state: 'READY',
    attempt: 0,
    notBefore: at(0),
    expiresAt: null,
    createdAt: at(seq),
    sendingAt: null,
    unknownAt: null,
    messageId: null,
    ...change,
  };
}

function card(id: string, change: Partial<CardCopy> = {}): CardCopy {
  return {
    id,
    kind: 'EVENT',
    subject: 'EVENT:auftakt',
    room: group,
    personId: null,
    messageId: `m${id}`,
    shownVersion: 0,
    digest: null,
    data: { page: 1, deep: { list: ['ä', null] } },
    state: 'LIVE',
    createdAt: at(Number(id)),
    editedAt: null,
    ...change,
  };
}

const room: Room = { id: group, platform: 'telegram', chat: '-100', thread: '7', kind: 'GROUP', title: 'Netzwerk', languages: ['de', 'en'], state: 'ACTIVE', eventKey: null, groupKey: null, addedAt: at(0) };
const dialog: Dialog = { id: `${group}|5`, command: 'idea', data: { asked: 'text' }, startedAt: at(0), expiresAt: at(10) };

eachStore('kernel records', (place) => {
  test('inbox: a repeated update has one row, rows keep their order, marks empty what is done', () =>
    place.on(async (store) => {
      const many = Array.from({ length: 300 }, (_, index) => raw(String(index)));
      const first = await store.transact((unit) => unit.kernel.receive(many));
      expect(first.map((row) => row.key)).toEqual(many.map((row) => row.key));
      expect(first[0]).toEqual({ ...raw('0'), seq: first[0]?.seq, state: 'NEW', attempts: 0, problem: null });
      const again = await store.transact((unit) => unit.kernel.receive([raw('7'), raw('new'), raw('new'), { ...raw('7'), platform: 'console' }]));
      expect(again.map((row) => `${row.platform} ${row.key}`)).toEqual(['telegram new', 'console 7']);
      await store.transact(async ({ kernel }) => {
        for (const [index, row] of first.entries()) kernel.markInbox(row.seq, index === 3 ? 'DEAD' : 'DONE', 1, index === 3 ? 'E-1' : null);
        expect(await kernel.inboxCount('NEW')).toBe(2);
      });
      await store.view(async ({ kernel }) => {
        expect((await kernel.pendingInbox(10)).map((row) => row.seq)).toEqual(again.map((row) => row.seq));
        expect(await kernel.inboxCount('DEAD')).toBe(1);
      });
      expect(await store.transact((unit) => unit.kernel.forgetInbox(at(2)))).toBe(300);
      expect(await store.transact((unit) => unit.kernel.receive([raw('0')]))).toHaveLength(1);
    }));

  test('inbox: what an attempt received or marked is undone with it', () =>
    place.on(async (store) => {
      const [row] = await store.transact((unit) => unit.kernel.receive([raw('1')]));
      await store.transact(async (unit) => {
        const failing = unit.attempt(async () => {
          await unit.kernel.receive([raw('2')]);
          unit.kernel.markInbox(row?.seq ?? 0, 'DONE', 1, null);
          throw new Error('undone');
        });
        await expect(failing).rejects.toThrow('undone');
        unit.kernel.markInbox(row?.seq ?? 0, 'DEAD', 1, 'E-2');
      });
      expect(await store.view((records) => records.kernel.inboxCount('DEAD'))).toBe(1);
      expect(await store.view((records) => records.kernel.pendingInbox(5))).toEqual([]);
    }));

  test('cursor and markers', () =>
    place.on(async (store) => {
      const cursor = { platform: 'telegram', account: 'bot', value: '900', caughtUpAt: at(3) } as const;
      await store.transact(async ({ kernel }) => {
        expect([await kernel.cursor('telegram', 'bot'), await kernel.marker('m')]).toEqual([null, null]);
        kernel.saveCursor({ ...cursor, value: '1' });
        kernel.saveCursor(cursor);
        kernel.setMarker('m', 'x');
      });
      await store.view(async ({ kernel }) => expect([await kernel.cursor('telegram', 'bot'), await kernel.marker('m')]).toEqual([cursor, 'x']));
      await store.transact(async ({ kernel }) => {
        kernel.removeMarker('m');
        kernel.removeMarker('never set');
      });
      expect(await store.view(({ kernel }) => kernel.marker('m'))).toBeNull();
    }));

  test('outbox: pending rows by seq, highest seq, removal, forgetting, erasure', () =>
    place.on(async (store) => {
      const rows = [effect(3), effect(1, { state: 'UNKNOWN', unknownAt: at(9) }), effect(2, { state: 'SENT' }), effect(4, { state: 'SENDING', personId: 'p', effect: { kind: 'DELETE', messageId: '1' } }), effect(5, { state: 'DEAD' })];
      await store.transact(async ({ kernel }) => {
        for (const row of rows) kernel.putOutbox(row);
        expect(await kernel.highestOutboxSeq()).toBe(5);
      });
      await store.view(async ({ kernel }) => {
        expect((await kernel.pendingOutbox(10, 0)).map((row) => row.seq)).toEqual([1, 3, 4]);
        expect((await kernel.pendingOutbox(1, 1)).map((row) => row.seq)).toEqual([3]);
        expect(await kernel.outbox('in.1.0')).toEqual(rows[1]);
      });
      await store.transact(async ({ kernel }) => {
        kernel.removeOutbox('in.3.0');
        await kernel.purgeOutbox('p', []);
        expect(await kernel.forgetOutbox(at(5))).toBe(2);
      });
      await store.view(async ({ kernel }) => {
        expect(await kernel.outbox('in.4.0')).toBeNull();
        expect((await kernel.pendingOutbox(10, 0)).map((row) => row.seq)).toEqual([]);
      });
    }));

  test('erasure removes what concerns the person or goes to their private room', () =>
    place.on(async (store) => {
      const home = roomId('telegram', '5');
      await store.transact(async ({ kernel }) => {
        const said = { kind: 'DELETE', messageId: '1' } as const;
        kernel.putOutbox(effect(1, { personId: 'p', state: 'SENT', effect: said }));
        kernel.putOutbox(effect(2, { room: home, effect: said }));
        kernel.putOutbox(effect(3, { personId: 'q', effect: said }));
        await kernel.purgeOutbox('p', [home]);
        kernel.putOutbox(effect(4, { personId: 'p', effect: said }));
      });
      await store.view(async ({ kernel }) => expect((await kernel.pendingOutbox(9, 0)).map(({ seq }) => seq)).toEqual([3, 4]));
    }));

  test('the answer to the tap that asked for the erasure is still given', () =>
    place.on(async (store) => {
      await store.transact(async ({ kernel }) => {
        kernel.putOutbox(effect(1, { personId: 'p' }));
        await kernel.purgeOutbox('p', []);
      });
      await store.view(async ({ kernel }) => expect((await kernel.pendingOutbox(9, 0)).map(({ seq }) => seq)).toEqual([1]));
    }));

  test('cards: stale ones, newest one, by message, by person', () =>
    place.on(async (store) => {
      await store.transact(async ({ kernel }) => {
        for (const copy of [card('1'), card('2', { shownVersion: 1 }), card('3', { messageId: null }), card('4', { state: 'CLOSED' }), card('5', { personId: 'p', subject: 'OFFER:x' })]) kernel.putCard(copy);
        await kernel.touch('EVENT:auftakt');
      });
      await store.view(async ({ kernel }) => {
        expect(await kernel.subjectVersion('EVENT:auftakt')).toBe(1);
        expect(await kernel.staleCards(10)).toEqual([card('1')]);
        expect((await kernel.cardsOf('EVENT:auftakt')).map(({ id }) => id)).toEqual(['1', '2', '3']);
        expect((await kernel.newestCard(group, null))?.id).toBe('2');
        expect((await kernel.newestCard(group, 'p'))?.id).toBe('5');
        expect((await kernel.cardByMessage(group, 'm4'))?.id).toBe('4');
        expect((await kernel.cardsOfPerson('p')).map(({ id }) => id)).toEqual(['5']);
        await kernel.prefetchCards(['1', '9']);
        expect([(await kernel.card('1'))?.data, await kernel.card('9')]).toEqual([card('1').data, null]);
      });
      await store.transact((unit) => unit.kernel.removeCardsOfPerson('p'));
      expect(await store.view((records) => records.kernel.card('5'))).toBeNull();
    }));

  test('a chat that moves takes every row with it, and only its own', () =>
    place.on(async (store) => {
      const other = roomId('telegram', '-1001');
      await store.transact(async ({ kernel, people, reminders }) => {
        const reminder = { planId: 'auftakt/vortag/0', eventKey: 'auftakt', personId: null, sendAt: at(9), dueAt: at(9), state: 'WAITING', reason: null, late: false } as const;
        reminders.putReminder({ ...reminder, id: 'one', room: group });
        reminders.putReminder({ ...reminder, id: 'other', room: other });
        kernel.putRoom(room);
        kernel.putRoom({ ...room, id: other, chat: '-1001', thread: null });
        kernel.putCard(card('1'));
        kernel.putCard(card('2', { room: other }));
        kernel.putCard(card('3', { state: 'CLOSED' }));
        kernel.putOutbox(effect(1));
        kernel.putDialog(dialog);
        people.putIdentity({ id: 'i', platform: 'telegram', account: '5', personId: 'p', name: null, languageHint: null, reach: 'OPEN', room: group, seenAt: at(0) });
      });
      const moved = roomId('telegram', '-200', '7');
      const copies = await store.transact((unit) => unit.kernel.moveChat('telegram', '-100', '-200'));
      expect(copies).toEqual([card('1', { room: moved, messageId: null, digest: null })]);
      expect(await store.transact((unit) => unit.kernel.moveChat('telegram', '-100', '-200'))).toEqual([]);
      await store.view(async ({ kernel, people, reminders }) => {
        expect([(await reminders.reminder('one'))?.room, (await reminders.reminder('other'))?.room]).toEqual([moved, other]);
        expect((await kernel.rooms()).map(({ id }) => id)).toEqual([other, moved]);
        expect(await kernel.room(moved)).toEqual({ ...room, id: moved, chat: '-200' });
        expect([(await kernel.card('2'))?.room, (await kernel.card('3'))?.room]).toEqual([other, moved]);
        expect((await kernel.outbox('in.1.0'))?.room).toBe(moved);
        expect([await kernel.dialog(dialog.id), await kernel.dialog(`${moved}|5`)]).toEqual([null, { ...dialog, id: `${moved}|5` }]);
        expect((await people.identity('telegram', '5'))?.room).toBe(moved);
      });
    }));

  test('dialogs', () =>
    place.on(async (store) => {
      await store.transact(async (unit) => unit.kernel.putDialog(dialog));
      expect(await store.view((records) => records.kernel.dialog(dialog.id))).toEqual(dialog);
      await store.transact(async (unit) => unit.kernel.removeDialog(dialog.id));
      expect(await store.view((records) => records.kernel.dialog(dialog.id))).toBeNull();
    }));
});
