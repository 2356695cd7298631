/**
 * zonedInstant against a second, plain implementation that knows only what Intl.DateTimeFormat shows at an instant.
 * LONG=1 runs the nightly number of cases.
 */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { instant, localDate, localTime, zonedInstant } from '../../src/kernel/time.ts';

const RUNS = process.env['LONG'] === '1' ? 100_000 : 2_000;
vi.setConfig({ testTimeout: 7_200_000 });
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia'] as const;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 1_440 * MINUTE;

const formats = new Map(
  ZONES.map((zone) => [
    zone as string,
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
    }),
  ]),
);

/** What the wall shows, written as if it were UTC. */
function wallAt(ms: number, zone: string): number {
  const field = Object.fromEntries((formats.get(zone)?.formatToParts(ms) ?? []).map((p) => [p.type, Number(p.value)]));
  return Date.UTC(field['year'] ?? 0, (field['month'] ?? 0) - 1, field['day'], field['hour'], field['minute'], field['second']);
}

/**
 * The first instant at which the wall shows `wanted`; where none does, the first at which it shows more.
 * Walks the two days around `wanted` in quarter hours; since 2000 no zone here changed its offset in between.
 */
function bruteForce(wanted: number, zone: string): number {
  const step = 15 * MINUTE;
  const from = Math.floor((wanted - 26 * 60 * MINUTE) / step) * step;
  let firstAbove: number | null = null;
  for (let t = from; t <= wanted + DAY + 2 * 60 * MINUTE; t += step) {
    const shift = wallAt(t, zone) - t;
    const candidate = wanted - shift;
    if (candidate >= t && candidate < t + step) return candidate;
    if (firstAbove === null && t + shift > wanted) firstAbove = t;
  }
  if (firstAbove === null) throw new Error('the search window is too small');
  return firstAbove;
}

/** A wall time near each change of offset, so that gaps and folds are met often. */
function changes(zone: string): readonly number[] {
  const found: number[] = [];
  const start = Date.UTC(2000, 0, 1);
  let before = wallAt(start, zone) - start;
  for (let t = start; t < Date.UTC(2041, 0, 1); t += DAY) {
    const shift = wallAt(t, zone) - t;
    if (shift !== before) found.push(t - DAY / 2 + shift);
    before = shift;
  }
  return found;
}

const wallTime = fc.constantFrom(...ZONES).chain((zone) => {
  const near = changesOf(zone);
  return fc.record({
    zone: fc.constant<string>(zone),
    wall: fc.oneof(
      fc.integer({ min: Date.UTC(2000, 0, 1) / SECOND, max: Date.UTC(2040, 11, 31) / SECOND }).map((s) => s * SECOND),
      fc.tuple(fc.constantFrom(...near), fc.integer({ min: -86_400, max: 86_400 })).map(([at, s]) => at + s * SECOND),
    ),
  });
});

const known = new Map<string, readonly number[]>();
function changesOf(zone: string): readonly number[] {
  const list = known.get(zone) ?? changes(zone);
  known.set(zone, list);
  return list;
}

test('zonedInstant is what a plain search on the wall clock finds', () => {
  let gaps = 0;
  let folds = 0;
  fc.assert(
    fc.property(wallTime, ({ zone, wall }) => {
      const iso = new Date(wall).toISOString();
      const found = zonedInstant(iso.slice(0, 10), iso.slice(11, 19), zone);
      expect(found).toBe(bruteForce(wall, zone));
      if (wallAt(found, zone) !== wall) gaps++;
      else if (wallAt(found + 30 * MINUTE, zone) === wall || wallAt(found + 60 * MINUTE, zone) === wall) folds++;
    }),
    { numRuns: RUNS },
  );
  expect(gaps).toBeGreaterThan(0);
  expect(folds).toBeGreaterThan(0);
});

test('localDate and localTime show what the wall shows', () => {
  fc.assert(
    fc.property(fc.constantFrom<string>(...ZONES), fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 11, 31) }), (zone, ms) => {
      const wall = new Date(wallAt(ms, zone)).toISOString();
      expect(`${localDate(instant(ms), zone)}T${localTime(instant(ms), zone)}`).toBe(wall.slice(0, 16));
    }),
    { numRuns: RUNS },
  );
});
