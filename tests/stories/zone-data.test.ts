import { afterEach, expect, it } from 'vitest';
import { durations, instant, toIso } from '../../src/kernel/time.ts';
import { Town } from '../support/town.ts';

let town: Town;
afterEach(() => town.close());

/** As a program has left it whose zone data had Berlin on summer time in November: 14:00 was an hour earlier. */
async function believedInSummer(): Promise<void> {
  await town.store.transact(async (unit) => {
    const event = (await unit.events.event('auftakt'))!;
    const earlier = { ...event, startAt: instant(event.startAt - durations.hour), endAt: instant(event.endAt - durations.hour), deadlineAt: instant(event.deadlineAt! - durations.hour) };
    unit.events.putEvent(earlier);
    const walls = ['2018-11-24 14:00', '2018-11-24 18:30', '2018-11-15 23:59'];
    unit.kernel.setMarker('wall/auftakt', JSON.stringify({ times: [earlier.startAt, earlier.endAt, earlier.deadlineAt].join(' '), walls }));
  });
}

it('other zone data: an event keeps its time on the town’s clocks, and its reminders with it', async () => {
  town = await Town.open({ at: '2018-11-10T12:00:00+01:00' });
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('+10s');
  await town.restart(believedInSummer);
  await town.move('+30s');
  const event = (await town.store.view(({ events }) => events.event('auftakt')))!;
  expect([event.startAt, event.endAt, event.deadlineAt!].map(toIso)).toEqual(['2018-11-24T13:00:00.000Z', '2018-11-24T17:30:00.000Z', '2018-11-15T22:59:59.000Z']);
  expect(town.card().text).toContain('24. November 2018, 14:00–18:30');
  await town.move('2018-11-24T11:59:00+01:00');
  const before = town.privateTexts(anna).length;
  await town.move('2018-11-24T12:01:00+01:00');
  expect(town.privateTexts(anna)).toHaveLength(before + 1);
});

it('an event that moved while nobody looked is not moved back', async () => {
  town = await Town.open({ at: '2018-11-10T12:00:00+01:00' });
  await town.restart(async () => {
    await town.store.transact(async (unit) => {
      const event = (await unit.events.event('auftakt'))!;
      unit.events.putEvent({ ...event, startAt: instant(event.startAt + durations.day), endAt: instant(event.endAt + durations.day) });
    });
  });
  await town.move('+30s');
  const event = (await town.store.view(({ events }) => events.event('auftakt')))!;
  expect(toIso(event.startAt)).toBe('2018-11-25T13:00:00.000Z');
});
