import { describe, expect, it, test } from 'vitest';
import { addDays } from '../../../src/kernel/time.ts';
import { feastsOn, julianEaster, type FeastName } from '../../../src/polls/feast-days.ts';
import { schoolHolidayOn } from '../../../src/polls/school-holidays.ts';

const on = (date: string, evening = false): string[] => feastsOn(date, evening).map(({ name, eve }) => (eve ? `${name} (eve)` : name));

/** First days, as authorities and communities published them for their own years. */
const PUBLISHED: readonly (readonly [FeastName, readonly string[], string])[] = [
  ['ROSH_HASHANAH', ['2023-09-16', '2023-09-17'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['YOM_KIPPUR', ['2023-09-25'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['SUKKOT', ['2023-09-30', '2023-10-01'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['SHEMINI_ATZERET', ['2023-10-07'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['SIMCHAT_TORAH', ['2023-10-08'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['PESACH', ['2024-04-23', '2024-04-24', '2024-04-29'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['SHAVUOT', ['2024-06-12', '2024-06-13'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['EID_FITR', ['2024-04-10', '2024-04-11', '2024-04-12'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['EID_ADHA', ['2024-06-16', '2024-06-17', '2024-06-18', '2024-06-19'], 'Kultusministerium BW, Infodienst Eltern 125'],
  ['EID_FITR', ['2018-06-15', '2018-06-16'], 'Koordinationsrat der Muslime, nach Peter-Vischer-Schule'],
  ['EID_ADHA', ['2018-08-21', '2019-08-11', '2020-07-31', '2021-07-20'], 'aleviten.at'],
  ['ASURE', ['2018-09-23', '2019-09-12', '2020-09-01', '2021-08-21'], 'aleviten.at'],
  ['NEVRUZ', ['2018-03-21', '2019-03-21', '2030-03-21'], 'aleviten.at'],
];

describe('feast days as published', () => {
  it.each(PUBLISHED)('%s %j (%s)', (name, dates) => {
    for (const date of dates) expect({ date, feasts: on(date) }).toEqual({ date, feasts: expect.arrayContaining([name]) as unknown });
  });
});

test('Orthodox Easter by the Julian reckoning is a Sunday and lies where the church had it', () => {
  expect([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map(julianEaster)).toEqual(['2018-04-08', '2019-04-28', '2020-04-19', '2021-05-02', '2022-04-24', '2023-04-16', '2024-05-05', '2025-04-20']);
  for (let year = 2018; year <= 2030; year += 1) expect(new Date(julianEaster(year)).getUTCDay()).toBe(0);
  expect(on('2018-04-06')).toContain('ORTHODOX_GOOD_FRIDAY');
  expect(on('2019-01-07')).toEqual(['ORTHODOX_CHRISTMAS']);
});

test('a Jewish feast begins the evening before; in the morning of that day nothing is said', () => {
  expect(on('2019-06-08', true)).toEqual(['SHAVUOT (eve)']);
  expect(on('2019-06-08', false)).toEqual([]);
  expect(on('2019-06-09', true)).toEqual(['SHAVUOT']);
});

test('each feast comes in every year of the range, as long as it lasts, and outside nothing is said', () => {
  const days: Record<string, number> = { RAMADAN: 29, EID_FITR: 3, EID_ADHA: 4, MUHARREM: 12, ASURE: 1, HIZIR: 3, NEVRUZ: 1, HIDIRELLEZ: 2, ROSH_HASHANAH: 2, YOM_KIPPUR: 1, SUKKOT: 2, SHEMINI_ATZERET: 1, SIMCHAT_TORAH: 1, PESACH: 4, SHAVUOT: 2, ORTHODOX_CHRISTMAS: 1, ORTHODOX_THEOPHANY: 1, ORTHODOX_GOOD_FRIDAY: 1, ORTHODOX_EASTER: 3, ORTHODOX_ASCENSION: 1, ORTHODOX_PENTECOST: 2 };
  for (let year = 2018; year <= 2030; year += 1) {
    const found: Record<string, number> = {};
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) for (const { name, about } of feastsOn(date, false)) {
      found[name] = (found[name] ?? 0) + 1;
      expect(about).toBe(['RAMADAN', 'EID_FITR', 'EID_ADHA', 'MUHARREM', 'ASURE', 'HIZIR'].includes(name));
    }
    // The Islamic year is eleven days shorter, so a feast may begin or end twice in one of ours.
    for (const [name, least] of Object.entries(days)) expect({ year, name, there: (found[name] ?? 0) >= least }).toEqual({ year, name, there: true });
  }
  expect([on('2017-09-21'), on('2031-04-08')]).toEqual([[], []]);
});

describe('school holidays of Baden-Württemberg', () => {
  it.each([
    ['2019-04-24', 'EASTER'], ['2019-06-21', 'PENTECOST'], ['2019-06-22', null], ['2019-07-29', 'SUMMER'], ['2019-09-11', null], ['2020-10-30', 'AUTUMN'],
    ['2022-10-31', 'DAY_OFF'], ['2026-12-24', 'CHRISTMAS'], ['2030-09-07', 'SUMMER'], ['2019-03-05', null],
    // No source could be had: nothing is said.
    ['2018-08-15', null], ['2030-12-27', null],
  ])('%s %s', (date, expected) => expect(schoolHolidayOn(date)).toBe(expected));
});
