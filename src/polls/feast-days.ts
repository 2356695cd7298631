/**
 * Feast days of the religions whose people live in the town, so that nobody is invited on a day they keep. Computed, for
 * 2018 to 2030; outside these years nothing is said. Nobody's religion is asked or stored: every poll shows all of them.
 *
 * - Muslim: calendar of Umm al-Qura. The sight of the moon may make it a day earlier or later, so these are `about`.
 * - Alevi: Muharrem by the same calendar (twelve days of fast, Aşure on the thirteenth: aleviten.at, "Alevitische
 *   Feiertage"; inforel.ch, "Alevitentum: Kalender"); Hızır fast 13–15 February (intercultural calendar of the Bavarian
 *   commissioner for integration, 2017; some communities: other days of the same week), Nevruz 21 March, Hıdırellez
 *   5–6 May (akmhamm.de, "Alevitische Gedenk- und Feiertage").
 * - Jewish: Hebrew calendar, outside Israel; the days named in Art. 2 of the treaty between Baden-Württemberg and its
 *   Jewish communities. Each begins the evening before.
 * - Orthodox: Julian Easter (J. Meeus, Astronomical Algorithms, ch. 8) and fixed feasts 13 days after the Gregorian ones;
 *   the days of the Bavarian notice on feast days of 2015 (BayVwV313239) and Pentecost Sunday.
 */
import { Temporal } from 'temporal-polyfill/full';
import { addDays } from '../kernel/time.ts';

export type FeastName =
  | 'RAMADAN' | 'EID_FITR' | 'EID_ADHA'
  | 'MUHARREM' | 'ASURE' | 'HIZIR' | 'NEVRUZ' | 'HIDIRELLEZ'
  | 'ROSH_HASHANAH' | 'YOM_KIPPUR' | 'SUKKOT' | 'SHEMINI_ATZERET' | 'SIMCHAT_TORAH' | 'PESACH' | 'SHAVUOT'
  | 'ORTHODOX_CHRISTMAS' | 'ORTHODOX_THEOPHANY' | 'ORTHODOX_GOOD_FRIDAY' | 'ORTHODOX_EASTER' | 'ORTHODOX_ASCENSION' | 'ORTHODOX_PENTECOST';

export interface Feast {
  readonly name: FeastName;
  /** It may be a day earlier or later, or kept on other days here and there. */
  readonly about: boolean;
  /** Only its beginning: the feast is the next day. */
  readonly eve: boolean;
}

const FIRST_YEAR = 2018;
const LAST_YEAR = 2030;

/** @param evening whether what is planned reaches into the evening, when the Jewish feast of the next day begins. */
export function feastsOn(date: string, evening: boolean): Feast[] {
  const year = Number(date.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return [];
  const day = Temporal.PlainDate.from(date);
  const found = [...muslimAndAlevi(day), ...jewish(day).map((name) => sure(name)), ...orthodox(date).map((name) => sure(name))];
  if (evening) for (const name of jewish(day.add({ days: 1 }))) if (!found.some((feast) => feast.name === name)) found.push({ name, about: false, eve: true });
  return found;
}

const sure = (name: FeastName): Feast => ({ name, about: false, eve: false });
const about = (name: FeastName): Feast => ({ name, about: true, eve: false });

function muslimAndAlevi(date: Temporal.PlainDate): Feast[] {
  const { month, day } = date.withCalendar('islamic-umalqura');
  const found: Feast[] = [];
  if (month === 9) found.push(about('RAMADAN'));
  if (month === 10 && day <= 3) found.push(about('EID_FITR'));
  if (month === 12 && day >= 10 && day <= 13) found.push(about('EID_ADHA'));
  if (month === 1 && day <= 12) found.push(about('MUHARREM'));
  if (month === 1 && day === 13) found.push(about('ASURE'));
  const monthDay = date.toString().slice(5);
  if (monthDay >= '02-13' && monthDay <= '02-15') found.push(about('HIZIR'));
  if (monthDay === '03-21') found.push(sure('NEVRUZ'));
  if (monthDay === '05-05' || monthDay === '05-06') found.push(sure('HIDIRELLEZ'));
  return found;
}

/** Month codes count from Tishri; the leap month has its own, so Nisan is always M07. */
const JEWISH: Readonly<Record<string, FeastName>> = {
  'M01-1': 'ROSH_HASHANAH', 'M01-2': 'ROSH_HASHANAH', 'M01-10': 'YOM_KIPPUR', 'M01-15': 'SUKKOT', 'M01-16': 'SUKKOT',
  'M01-22': 'SHEMINI_ATZERET', 'M01-23': 'SIMCHAT_TORAH', 'M07-15': 'PESACH', 'M07-16': 'PESACH', 'M07-21': 'PESACH',
  'M07-22': 'PESACH', 'M09-6': 'SHAVUOT', 'M09-7': 'SHAVUOT',
};

function jewish(date: Temporal.PlainDate): FeastName[] {
  const { monthCode, day } = date.withCalendar('hebrew');
  return [JEWISH[`${monthCode}-${day}`] ?? []].flat();
}

function orthodox(date: string): FeastName[] {
  const easter = julianEaster(Number(date.slice(0, 4)));
  const movable: Readonly<Record<string, FeastName>> = {
    [addDays(easter, -2)]: 'ORTHODOX_GOOD_FRIDAY', [addDays(easter, -1)]: 'ORTHODOX_EASTER', [easter]: 'ORTHODOX_EASTER', [addDays(easter, 1)]: 'ORTHODOX_EASTER',
    [addDays(easter, 39)]: 'ORTHODOX_ASCENSION', [addDays(easter, 49)]: 'ORTHODOX_PENTECOST', [addDays(easter, 50)]: 'ORTHODOX_PENTECOST',
  };
  const fixed: Readonly<Record<string, FeastName>> = { '01-07': 'ORTHODOX_CHRISTMAS', '01-19': 'ORTHODOX_THEOPHANY' };
  return [movable[date] ?? [], fixed[date.slice(5)] ?? []].flat();
}

/** Easter by the Julian reckoning, as a Gregorian YYYY-MM-DD; right from 1900 to 2099. */
export function julianEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return addDays(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, 13);
}
