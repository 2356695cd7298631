import { describe, expect, test } from 'vitest';
import type { BringItem } from '../../src/events/records.ts';
import { instant } from '../../src/kernel/time.ts';
import { roomId } from '../../src/kernel/update.ts';
import type { Link } from '../../src/links/records.ts';
import type { PersonalData } from '../../src/people/personal-data.ts';
import type { Reminder } from '../../src/reminders/records.ts';
import type { Store } from '../../src/ports/store.ts';
import { Accounts } from '../support/accounts.ts';
import { at, eachStore } from './each-store.ts';

const made = (id: string, minutes: number, more: Partial<Link> = {}): Link => ({ id, fromId: 'p1', intoId: 'p2', madeAt: at(minutes), expiresAt: at(minutes + 1_440), kept: { people: { name: 'Amira' } }, ...more });

eachStore('links', (place) => {
  test('codes, guesses and links end when their time is over', () =>
    place.on(async (store) => {
      const code = { codeHash: 'h', personId: 'p1', createdAt: at(0), expiresAt: at(10) };
      await store.transact(async ({ links }) => {
        expect(await links.nextEnd()).toBeNull();
        links.putCode(code);
        links.putCode({ ...code, codeHash: 'later', expiresAt: at(20) });
        links.putGuess({ id: 'g', account: 'somebody', expiresAt: at(15) });
        links.putLink(made('old', 0));
        links.putLink(made('new', 1));
      });
      await store.transact(async ({ links }) => {
        expect(await links.code('h')).toEqual(code);
        expect((await links.codesOf('p1')).map(({ codeHash }) => codeHash).sort()).toEqual(['h', 'later']);
        expect(await links.guesses(at(14))).toHaveLength(1);
        expect(await links.guesses(at(15))).toEqual([]);
        expect(await links.links()).toEqual([made('new', 1), made('old', 0)]);
        expect(await links.nextEnd()).toBe(at(10));
        await links.forget(at(15));
        expect([await links.code('h'), (await links.code('later'))?.personId]).toEqual([null, 'p1']);
        expect(await links.nextEnd()).toBe(at(20));
        links.removeCode('later');
        links.removeLink('old');
        expect(await links.nextEnd()).toBe(at(1_441));
      });
      await store.view(async ({ links }) => expect([await links.link('old'), await links.link('new')]).toEqual([null, made('new', 1)]));
    }));

  describe('two persons with something of everything', () => {
    test('become one: nothing names the other any more, and what both had stands once', () =>
      place.on(async (store) => {
        const town = await furnished(store);
        const [amira, ali] = [await town.personOf('amira'), await town.personOf('ali')];
        await town.link('amira', 'ali');
        expect(await all(store, amira)).toEqual({ replies: [], items: [], reminders: [], choice: null, role: null, about: [], proposals: [], accounts: [], cards: [], codes: [], person: null });
        await store.view(async (records) => {
          expect(await records.people.person(amira)).toBeNull();
          expect(await records.people.person(ali)).toMatchObject({ name: 'ali', language: 'tr' });
          expect(await records.events.rsvpsOf(ali)).toMatchObject([{ answer: 'ATTENDING', partySize: 1 }]);
          expect((await records.events.itemsOf(ali)).map(({ slotId, what }) => `${slotId} ${what}`).sort()).toEqual(['s1 Brot, Suppe', 's2 null']);
          expect(await records.reminders.remindersOf(ali)).toMatchObject([
            { id: `fest/vortag/0/${ali}`, state: 'HANDED' },
            { id: `fest/stunden/0/${ali}`, state: 'WAITING', sendAt: at(200) },
            { id: `fest/danke/0/${ali}`, state: 'WAITING' },
          ]);
          expect(await records.reminders.choice(ali)).toMatchObject({ off: ['THANKS', 'DEADLINE'], quietFrom: '20:00', quietUntil: '07:00' });
          expect((await records.office.staff(ali))?.role).toBe('DEPUTY');
          expect((await records.office.samePersonsWith(ali)).map(({ enteredId, chatId }) => [enteredId, chatId])).toEqual([['phone', ali]]);
          expect((await records.people.identitiesOf(ali)).length).toBe(2);
          expect((await records.kernel.everyCardOf(ali)).map(({ subject }) => subject).sort()).toEqual([`CHOICES:${ali}`, 'EVENT:fest', `HOWMANY:fest/${ali}`]);
        });
      }));

    test('and two again: each has exactly what each had', () =>
      place.on(async (store) => {
        const town = await furnished(store);
        const ids = [await town.personOf('amira'), await town.personOf('ali')];
        const before = await Promise.all(ids.map((id) => all(store, id)));
        await town.link('amira', 'ali');
        const [link] = await store.view((records) => records.links.links());
        await town.turn('ali', (turn) => town.links.part(turn, link!));
        expect(await Promise.all(ids.map((id) => all(store, id)))).toEqual(before.map((had, i) => (i === 0 ? { ...had, codes: [] } : had)));
        expect(await store.view((records) => records.links.links())).toEqual([]);
      }));

    test('a reminder that went out to the one person is not sent again to either of two', () =>
      place.on(async (store) => {
        const town = await furnished(store);
        await town.link('amira', 'ali');
        const ali = await town.personOf('ali');
        await store.transact(async ({ reminders }) => {
          for (const each of await reminders.remindersOf(ali)) reminders.putReminder({ ...each, state: 'HANDED' });
        });
        const [link] = await store.view((records) => records.links.links());
        await town.turn('ali', (turn) => town.links.part(turn, link!));
        const left = await store.view((records) => records.reminders.dueReminders(at(10_000), 100));
        // Of this one Amira had got hers before; Ali never got his.
        expect(left.map(({ id }) => id)).toEqual([`fest/vortag/0/${ali}`]);
      }));

    test('where one feature fails, they stay two, with all they had', () =>
      place.on(async (store) => {
        const town = await furnished(store);
        const ids = [await town.personOf('amira'), await town.personOf('ali')];
        const before = await Promise.all(ids.map((id) => all(store, id)));
        const failing = { merge: async () => Promise.reject(new Error('no')) } as unknown as PersonalData;
        for (let i = 0; i <= town.data.length; i += 1) {
          town.data.splice(i, 0, failing);
          await expect(town.link('amira', 'ali')).rejects.toThrow('no');
          town.data.splice(i, 1);
          expect(await Promise.all(ids.map((id) => all(store, id)))).toEqual(before);
          expect(await store.view((records) => records.links.links())).toEqual([]);
        }
      }));
  });
});

/** Amira answered first, Ali newest; both have reminders, wishes, roles, bring items, cards and a place in the log. */
async function furnished(store: Store): Promise<Accounts> {
  const town = await Accounts.open(store, 'fest', 10, ['amira', 'ali']);
  const [amira, ali] = [await town.personOf('amira'), await town.personOf('ali')];
  await town.say('amira', 'ATTENDING', 3);
  town.wait(60_000);
  await town.say('ali', 'ATTENDING', 1);
  const reminder = (rule: string, personId: string, minutes: number, state: Reminder['state']): Reminder => ({
    id: `fest/${rule}/0/${personId}`, planId: `fest/${rule}/0`, eventKey: 'fest', personId, room: null, sendAt: at(minutes), dueAt: at(100), state, reason: null, late: false,
  });
  await store.transact(async ({ events, reminders, office, people, kernel, links }) => {
    events.putSlot({ id: 's1', eventKey: 'fest', position: 1, kind: 'DISH', title: { de: 'Essen' }, places: 2 });
    events.putSlot({ id: 's2', eventKey: 'fest', position: 2, kind: 'MUSIC', title: { de: 'Musik' }, places: null });
    const item = (slotId: string, personId: string, what: string | null): BringItem => ({ slotId, personId, eventKey: 'fest', what, createdAt: instant(town.now) });
    for (const each of [item('s1', amira, 'Suppe'), item('s2', amira, null), item('s1', ali, 'Brot')]) events.putItem(each);
    for (const each of [reminder('vortag', amira, 100, 'HANDED'), reminder('vortag', ali, 130, 'WAITING'), reminder('stunden', amira, 200, 'WAITING'), reminder('stunden', ali, 150, 'WAITING'), reminder('danke', amira, 300, 'WAITING')]) reminders.putReminder(each);
    reminders.putChoice({ personId: amira, off: ['DEADLINE'], quietFrom: '20:00', quietUntil: '07:00', awake: false, quietAt: at(20) });
    reminders.putChoice({ personId: ali, off: ['THANKS'], quietFrom: '22:00', quietUntil: '06:00', awake: false, quietAt: at(10) });
    office.putStaff({ personId: amira, role: 'DEPUTY', invitedBy: null, since: at(1) });
    office.putStaff({ personId: ali, role: 'HELPER', invitedBy: null, since: at(2) });
    office.audit({ id: 'l1', at: at(1), actorId: amira, subjectId: ali, act: 'reply.entered', eventKey: 'fest', details: {} });
    office.audit({ id: 'l2', at: at(2), actorId: ali, subjectId: amira, act: 'reply.entered', eventKey: 'fest', details: {} });
    office.putSamePerson({ id: 'q1', eventKey: 'fest', enteredId: 'phone', chatId: amira, state: 'OPEN', decidedBy: null, decidedAt: null });
    const copy = { kind: 'EVENT', messageId: '7', shownVersion: 1, digest: null, data: {}, state: 'LIVE', createdAt: at(0), editedAt: null } as const;
    kernel.putCard({ ...copy, id: 'c1', subject: 'EVENT:fest', room: roomId('telegram', town.account('ali')), personId: ali });
    kernel.putCard({ ...copy, id: 'c2', kind: 'CHOICES', subject: `CHOICES:${amira}`, room: roomId('telegram', town.account('amira')), personId: amira, state: 'CLOSED' });
    links.putCode({ codeHash: 'h', personId: amira, createdAt: at(0), expiresAt: at(10) });
    people.putPerson({ ...(await people.person(amira))!, language: 'tr' });
  });
  return town;
}

/** What is kept about a person. */
function all(store: Store, id: string) {
  return store.view(async ({ people, events, reminders, office, kernel, links }) => ({
    person: await people.person(id),
    accounts: await people.identitiesOf(id),
    replies: await events.rsvpsOf(id),
    items: (await events.itemsOf(id)).toSorted((a, b) => a.slotId.localeCompare(b.slotId)),
    reminders: (await reminders.remindersOf(id)).toSorted((a, b) => a.id.localeCompare(b.id)),
    choice: await reminders.choice(id),
    role: await office.staff(id),
    about: await office.auditAbout(id),
    proposals: await office.samePersonsWith(id),
    // The question that linking asks is closed, but it was asked.
    cards: (await kernel.everyCardOf(id)).filter(({ kind }) => kind !== 'HOWMANY').map(({ shownVersion: _version, ...copy }) => copy),
    codes: await links.codesOf(id),
  }));
}
