import { afterEach, expect, it } from 'vitest';
import { plannedFor } from '../../src/reminders/plan.ts';
import { instantFromIso, toIso } from '../../src/kernel/time.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

const workshop = { startAt: instantFromIso('2019-03-31T11:00:00+02:00'), endAt: instantFromIso('2019-03-31T13:00:00+02:00'), deadlineAt: null };

it('S6: around the clock change reminders come by the clocks on the wall', async () => {
  town = await Town.open({ at: '2019-03-29T12:00:00+01:00', event: workshop });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('2019-03-30T17:59:00+01:00');
  const before = town.privateTexts(anna).length;
  await town.move('2019-03-30T18:00:30+01:00');
  expect(town.privateTexts(anna)).toHaveLength(before + 1);
  expect(town.lastPrivate(anna).text).toContain('Wir erinnern Sie an diese Veranstaltung.');
  expect(town.sentAt(anna)).toMatch(/^2019-03-30T17:00:0/);

  await town.move('2019-03-31T08:59:00+02:00');
  expect(town.privateTexts(anna)).toHaveLength(before + 1);
  await town.move('2019-03-31T09:00:30+02:00');
  expect(town.privateTexts(anna)).toHaveLength(before + 2);
  expect(town.sentAt(anna)).toMatch(/^2019-03-31T07:00:0/);

  anna.press(town.lastCardOf(anna), 'Kalender');
  await town.move('+5s');
  const ics = new TextDecoder().decode(town.telegram.screen(anna).findLast(({ document }) => document !== undefined)!.document!.bytes);
  expect(ics).toContain('DTSTART:20190331T090000Z');
  expect(ics).toContain('DTEND:20190331T110000Z');
});

it('S6: a reminder at half past two comes once: at three in spring, the first half past two in autumn', async () => {
  town = await Town.open();
  const rule = { key: 'nacht', anchor: 'START', when: { daysBefore: 0, time: '02:30' }, to: ['ATTENDING'], events: null } as const;
  const due = (start: string) => {
    const at = instantFromIso(start);
    return town.event().then((event) => plannedFor({ ...event, startAt: at, endAt: at }, [{ ...rule, to: [...rule.to] }]).filter((plan) => plan.rule === 'nacht').map(({ dueAt }) => toIso(dueAt)));
  };
  expect(await due('2019-03-31T11:00:00+02:00')).toEqual(['2019-03-31T01:00:00.000Z']);
  expect(await due('2019-10-27T11:00:00+01:00')).toEqual(['2019-10-27T00:30:00.000Z']);
});
