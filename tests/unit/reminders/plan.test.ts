import { expect, it } from 'vitest';
import type { Event } from '../../../src/events/records.ts';
import { instantFromIso, toIso, type Instant } from '../../../src/kernel/time.ts';
import type { ReminderRule } from '../../../src/process/file.ts';
import { plannedFor, replan } from '../../../src/reminders/plan.ts';
import type { ReminderPlan } from '../../../src/reminders/records.ts';

const at = (iso: string): Instant => instantFromIso(iso);
const EVENT = {
  key: 'auftakt', zone: 'Europe/Berlin', startAt: at('2018-11-24T14:00:00+01:00'), endAt: at('2018-11-24T18:30:00+01:00'),
  deadlineAt: at('2018-11-15T23:59:59+01:00'), state: 'OPEN', calendarSequence: 0, workingGroup: null,
} as Event;
const rule = (key: string, more: Partial<ReminderRule> = {}): ReminderRule => ({ key, anchor: 'START', when: { daysBefore: 1, time: '18:00' }, to: ['ATTENDING'], events: null, ...more });
const DEADLINE = EVENT.deadlineAt;
const NOW = at('2018-11-01T12:00:00+01:00');

const shown = (plans: readonly ReminderPlan[]): string[] => plans.map(({ id, dueAt, state, reason }) => `${id} ${toIso(dueAt)} ${state}${reason === null ? '' : ` ${reason}`}`);
const settled = (event = EVENT, rules = [rule('vortag')]): ReminderPlan[] => replan(event, rules, [], NOW);

it('an event has its own rules, the office’s tasks and the thank-you, each once and in order', () => {
  expect(shown(settled())).toEqual([
    `auftakt/amt/0.${DEADLINE} 2018-11-12T08:00:00.000Z PLANNED`,
    'auftakt/vortag/0 2018-11-23T17:00:00.000Z PLANNED',
    'auftakt/danke/0 2018-11-25T09:00:00.000Z PLANNED',
  ]);
  expect(replan(EVENT, [rule('vortag')], settled(), NOW)).toEqual([]);
});

it('a rule for other events, or before a deadline there is none of, plans nothing; the office’s tasks come before the beginning then', () => {
  const rules = [rule('andere', { events: ['werkstatt'] }), rule('frist', { anchor: 'DEADLINE' })];
  expect(plannedFor({ ...EVENT, deadlineAt: null }, rules).map((plan) => plan.rule)).toEqual(['amt', 'danke']);
  expect(plannedFor({ ...EVENT, deadlineAt: null }, []).map(({ dueAt }) => toIso(dueAt))).toEqual(['2018-11-21T08:00:00.000Z', '2018-11-25T09:00:00.000Z']);
});

it('a changed rule moves its plan, a new one is planned, one that is gone is dropped', () => {
  const changed = replan(EVENT, [rule('vortag', { when: { daysBefore: 1, time: '17:00' } }), rule('stunden', { when: { hoursBefore: 5 } })], settled(), NOW);
  expect(shown(changed)).toEqual(['auftakt/vortag/0 2018-11-23T16:00:00.000Z PLANNED', 'auftakt/stunden/0 2018-11-24T08:00:00.000Z PLANNED']);
  expect(shown(replan(EVENT, [], settled(), NOW))).toEqual(['auftakt/vortag/0 2018-11-23T17:00:00.000Z DROPPED RULE_GONE']);
});

it('other zone data move the plans: they are recomputed, not believed', () => {
  // Stored by a machine that thought Berlin were on summer time.
  const believed = settled().map((plan) => ({ ...plan, dueAt: (plan.dueAt - 3_600_000) as Instant }));
  expect(shown(replan(EVENT, [rule('vortag')], believed, NOW))).toEqual(shown(settled()));
});

it('a moved event has new plans, and the old die; a cancelled one has none', () => {
  const moved = { ...EVENT, startAt: at('2018-12-01T14:00:00+01:00'), endAt: at('2018-12-01T18:30:00+01:00'), calendarSequence: 1 };
  expect(shown(replan(moved, [rule('vortag')], settled(), NOW))).toEqual([
    `auftakt/amt/1.${DEADLINE} 2018-11-12T08:00:00.000Z PLANNED`,
    'auftakt/vortag/1 2018-11-30T17:00:00.000Z PLANNED',
    'auftakt/danke/1 2018-12-02T09:00:00.000Z PLANNED',
    `auftakt/amt/0.${DEADLINE} 2018-11-12T08:00:00.000Z DROPPED MOVED`,
    'auftakt/vortag/0 2018-11-23T17:00:00.000Z DROPPED MOVED',
    'auftakt/danke/0 2018-11-25T09:00:00.000Z DROPPED MOVED',
  ]);
  expect(replan({ ...EVENT, state: 'CANCELLED' }, [rule('vortag')], settled(), NOW).map(({ state, reason }) => `${state} ${reason}`)).toEqual(Array(3).fill('DROPPED CANCELLED'));
});

it('what is past when it is first planned was never promised; what is done stays done', () => {
  const late = at('2018-11-23T20:00:00+01:00');
  expect(replan(EVENT, [rule('vortag')], [], late).map((plan) => plan.rule)).toEqual(['danke']);
  const done = settled().map((plan): ReminderPlan => ({ ...plan, state: 'DONE' }));
  expect(replan(EVENT, [rule('vortag', { when: { daysBefore: 1, time: '22:00' } })], done, late)).toEqual([]);
});

it('a rule that was taken away and comes back is planned again, if there is time', () => {
  const gone = settled().map((plan): ReminderPlan => (plan.rule === 'vortag' ? { ...plan, state: 'DROPPED', reason: 'RULE_GONE' } : plan));
  expect(shown(replan(EVENT, [rule('vortag')], gone, NOW))).toEqual(['auftakt/vortag/0 2018-11-23T17:00:00.000Z PLANNED']);
  expect(replan(EVENT, [rule('vortag')], gone, at('2018-11-23T18:00:00+01:00'))).toEqual([]);
});

it('another deadline is another thing: reminded of once more, and at once where its time is past', () => {
  const rules = [rule('frist', { anchor: 'DEADLINE', when: { daysBefore: 2, time: '18:00' }, to: ['MAYBE'] })];
  const done = settled(EVENT, rules).map((plan): ReminderPlan => ({ ...plan, state: 'DONE' }));
  const [later, sooner] = [at('2018-11-22T23:59:59+01:00'), at('2018-11-14T23:59:59+01:00')];
  const now = at('2018-11-14T10:00:00+01:00');
  expect(shown(replan({ ...EVENT, deadlineAt: later }, rules, done, now))).toEqual([`auftakt/amt/0.${later} 2018-11-19T08:00:00.000Z PLANNED`, `auftakt/frist/0.${later} 2018-11-20T17:00:00.000Z PLANNED`]);
  expect(shown(replan({ ...EVENT, deadlineAt: sooner }, rules, done, now)).at(-1)).toBe(`auftakt/frist/0.${sooner} 2018-11-14T09:00:00.000Z PLANNED`);
  // Nobody was promised anything before the first deadline was set.
  expect(replan({ ...EVENT, deadlineAt: sooner }, rules, [], now).map((plan) => plan.rule)).toEqual(['danke']);
});

it('a rule made earlier than now is due now: nobody calls that late', () => {
  const now = at('2018-11-23T17:30:00+01:00');
  expect(shown(replan(EVENT, [rule('vortag', { when: { daysBefore: 1, time: '10:00' } })], settled(), now))).toContain('auftakt/vortag/0 2018-11-23T16:30:00.000Z PLANNED');
});
