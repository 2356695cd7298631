/**
 * School holidays of Baden-Württemberg, first and last day. No rule gives them; where no source could be had they are
 * left out and nothing is said: before 24 December 2018, and after the summer of 2030 (not yet fixed). The days schools
 * choose for themselves (bewegliche Ferientage, mostly around carnival) differ from town to town and are not here.
 *
 * Sources:
 * - 24 December 2018 to June 2019: feiertage-brueckentage-ferien.de, "Baden-Württemberg Ferien 2019".
 * - July 2019 to November 2022: Kultusministerium Baden-Württemberg, Verwaltungsvorschrift "Ferienverteilung und
 *   unterrichtsfreie Samstage in den Schuljahren 2019/2020 bis 2023/2024" (Az. 31-6501.3/222, K. u. U. 2020, S. 67).
 * - December 2019 to summer 2030, days off on Maundy Thursday and Reformation Day included: Open Holidays
 *   (openpotato/openholidaysapi.data, holidays.school.bw.csv), equal to the Verwaltungsvorschrift where both speak.
 */
export type SchoolHoliday = 'CHRISTMAS' | 'EASTER' | 'PENTECOST' | 'SUMMER' | 'AUTUMN' | 'DAY_OFF';

const LIST: readonly (readonly [SchoolHoliday, string, string])[] = [
  ['CHRISTMAS', '2018-12-24', '2019-01-05'], ['EASTER', '2019-04-15', '2019-04-27'], ['PENTECOST', '2019-06-11', '2019-06-21'],
  ['SUMMER', '2019-07-29', '2019-09-10'], ['AUTUMN', '2019-10-28', '2019-10-30'], ['CHRISTMAS', '2019-12-23', '2020-01-04'],
  ['EASTER', '2020-04-06', '2020-04-18'], ['PENTECOST', '2020-06-02', '2020-06-13'], ['SUMMER', '2020-07-30', '2020-09-12'],
  ['AUTUMN', '2020-10-26', '2020-10-30'], ['CHRISTMAS', '2020-12-23', '2021-01-09'], ['EASTER', '2021-04-06', '2021-04-10'],
  ['PENTECOST', '2021-05-25', '2021-06-05'], ['SUMMER', '2021-07-29', '2021-09-11'], ['AUTUMN', '2021-11-02', '2021-11-06'],
  ['CHRISTMAS', '2021-12-23', '2022-01-08'], ['EASTER', '2022-04-19', '2022-04-23'], ['PENTECOST', '2022-06-07', '2022-06-18'],
  ['SUMMER', '2022-07-28', '2022-09-10'], ['DAY_OFF', '2022-10-31', '2022-10-31'], ['AUTUMN', '2022-11-02', '2022-11-04'],
  ['CHRISTMAS', '2022-12-21', '2023-01-07'], ['DAY_OFF', '2023-04-06', '2023-04-06'], ['EASTER', '2023-04-11', '2023-04-15'],
  ['PENTECOST', '2023-05-30', '2023-06-09'], ['SUMMER', '2023-07-27', '2023-09-09'], ['AUTUMN', '2023-10-30', '2023-11-03'],
  ['CHRISTMAS', '2023-12-23', '2024-01-05'], ['EASTER', '2024-03-23', '2024-04-05'], ['PENTECOST', '2024-05-21', '2024-05-31'],
  ['SUMMER', '2024-07-25', '2024-09-07'], ['AUTUMN', '2024-10-28', '2024-10-30'], ['DAY_OFF', '2024-10-31', '2024-10-31'],
  ['CHRISTMAS', '2024-12-23', '2025-01-04'], ['EASTER', '2025-04-14', '2025-04-26'], ['PENTECOST', '2025-06-10', '2025-06-20'],
  ['SUMMER', '2025-07-31', '2025-09-13'], ['AUTUMN', '2025-10-27', '2025-10-30'], ['DAY_OFF', '2025-10-31', '2025-10-31'],
  ['CHRISTMAS', '2025-12-22', '2026-01-05'], ['EASTER', '2026-03-30', '2026-04-11'], ['PENTECOST', '2026-05-26', '2026-06-05'],
  ['SUMMER', '2026-07-30', '2026-09-12'], ['AUTUMN', '2026-10-26', '2026-10-30'], ['DAY_OFF', '2026-10-31', '2026-10-31'],
  ['CHRISTMAS', '2026-12-23', '2027-01-09'], ['DAY_OFF', '2027-03-25', '2027-03-25'], ['EASTER', '2027-03-30', '2027-04-03'],
  ['PENTECOST', '2027-05-18', '2027-05-29'], ['SUMMER', '2027-07-29', '2027-09-11'], ['AUTUMN', '2027-11-02', '2027-11-06'],
  ['CHRISTMAS', '2027-12-23', '2028-01-08'], ['DAY_OFF', '2028-04-13', '2028-04-13'], ['EASTER', '2028-04-18', '2028-04-22'],
  ['PENTECOST', '2028-06-06', '2028-06-17'], ['SUMMER', '2028-07-27', '2028-09-09'], ['AUTUMN', '2028-10-30', '2028-11-03'],
  ['CHRISTMAS', '2028-12-23', '2029-01-05'], ['EASTER', '2029-03-26', '2029-04-07'], ['PENTECOST', '2029-05-22', '2029-06-01'],
  ['SUMMER', '2029-07-26', '2029-09-08'], ['AUTUMN', '2029-10-29', '2029-11-02'], ['CHRISTMAS', '2029-12-22', '2030-01-05'],
  ['EASTER', '2030-04-15', '2030-04-26'], ['PENTECOST', '2030-06-11', '2030-06-21'], ['SUMMER', '2030-07-25', '2030-09-07'],
];

/** The school holiday on a date (YYYY-MM-DD) in Baden-Württemberg; null: none, or not known. */
export function schoolHolidayOn(date: string): SchoolHoliday | null {
  return LIST.find(([, from, until]) => date >= from && date <= until)?.[0] ?? null;
}
