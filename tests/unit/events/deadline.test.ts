import { describe, expect, it } from 'vitest';
import { eventTime, timeliness } from '../../../src/events/deadline.ts';
import { endOfDay, instant, instantFromIso, type Instant } from '../../../src/kernel/time.ts';
import type { When } from '../../../src/kernel/turn.ts';
import { kickoff } from './guest-list.ts';

const deadline = endOfDay('2018-11-15', 'Europe/Berlin');
/** A time of the night from the 15th to the 16th, in Berlin. */
const at = (time: string): Instant => instantFromIso(`2018-11-${time < '12' ? '16' : '15'}T${time}+01:00`);

/** A button press: the platform does not say when it happened. */
const press = (received: string, after: string): When => ({ at: null, after: at(after), received: at(received) });
/** A message: the platform says when it was written. */
const message = (written: string, received: string, after = received): When => ({ at: at(written), after: at(after), received: at(received) });

it('S5: the deadline of 15 November ends at 22:59:59Z', () => {
  expect(deadline).toBe(instantFromIso('2018-11-15T22:59:59Z'));
});

describe('S5, in normal operation', () => {
  it.each([
    ['a press at 23:59:59', press('23:59:59', '23:59:30'), 'IN_TIME'],
    ['a press in the middle of the last second', press('23:59:59.500', '23:59:30'), 'IN_TIME'],
    ['a press in the last millisecond', press('23:59:59.999', '23:59:30'), 'IN_TIME'],
    ['a press at 00:00:00', press('00:00:00', '23:59:58'), 'LATE'],
    ['a press at 00:00:01', press('00:00:01', '23:59:40'), 'LATE'],
    ['a press at 00:00:01 after a poll that waited half a minute', press('00:00:01', '23:59:31'), 'LATE'],
    ['a message stamped 23:59:59 that arrives a second later', message('23:59:59', '00:00:00.700', '23:59:59'), 'IN_TIME'],
    ['a message stamped with milliseconds in the last second', message('23:59:59.999', '00:00:00.100', '23:59:59'), 'IN_TIME'],
    ['a message stamped 00:00:00', message('00:00:00', '00:00:00.400', '23:59:59'), 'LATE'],
  ] as const)('%s → %s', (_, when, expected) => {
    expect(timeliness(deadline, when)).toBe(expected);
  });
});

describe('S5, down from 23:50 to 00:10', () => {
  it.each([
    ['a press nobody can date gets the benefit of the doubt', press('00:10:00', '23:50:00'), 'DISTURBANCE'],
    ['the last press of a long backlog too', press('00:10:41', '23:50:00'), 'DISTURBANCE'],
    ['a message written at 23:55', message('23:55:00', '00:10:00', '23:50:00'), 'DISTURBANCE'],
    ['a message written at 23:59:59', message('23:59:59', '00:10:00', '23:50:00'), 'DISTURBANCE'],
    ['a message written at 00:00:00', message('00:00:00', '00:10:00', '23:50:00'), 'LATE'],
    ['a message written at 00:05', message('00:05:00', '00:10:00', '23:50:00'), 'LATE'],
    ['a press after we were back', press('00:10:30', '00:10:05'), 'LATE'],
  ] as const)('%s → %s', (_, when, expected) => {
    expect(timeliness(deadline, when)).toBe(expected);
  });

  it('down only after the deadline: a press in that backlog cannot have been in time', () => {
    expect(timeliness(deadline, press('00:20:00', '00:00:00'))).toBe('LATE');
    expect(timeliness(deadline, press('00:20:00', '23:59:59.900'))).toBe('DISTURBANCE');
  });

  it('back before the deadline: nothing to mark', () => {
    expect(timeliness(deadline, press('23:59:59', '23:40:00'))).toBe('IN_TIME');
  });
});

it('what was held back for two minutes was the network; for longer, a disturbance', () => {
  const received = at('00:00:30');
  const held = (ms: number): When => ({ at: null, after: instant(received - ms), received });
  expect(timeliness(deadline, held(120_000))).toBe('LATE');
  expect(timeliness(deadline, held(120_001))).toBe('DISTURBANCE');
});

it('without a deadline nothing is late', () => {
  expect(timeliness(null, press('00:10:00', '23:50:00'))).toBe('IN_TIME');
});

it('the card turns when the last second is over, and again at the end', () => {
  const event = kickoff();
  const moments = (...instants: string[]): string[] => instants.map((iso) => eventTime(event, instantFromIso(iso)));
  expect(moments('2018-11-15T22:59:59Z', '2018-11-15T22:59:59.999Z')).toEqual(['OPEN', 'OPEN']);
  expect(moments('2018-11-15T23:00:00Z', '2018-11-24T17:29:59.999Z')).toEqual(['PAST_DEADLINE', 'PAST_DEADLINE']);
  expect(moments('2018-11-24T17:30:00Z')).toEqual(['OVER']);
  expect(eventTime(kickoff({ deadlineAt: null }), instantFromIso('2018-11-24T17:29:59.999Z'))).toBe('OPEN');
});
