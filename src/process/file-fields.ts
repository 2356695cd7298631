import * as z from 'zod';
import { isDate, isZone } from '../kernel/time.ts';
import { LANGUAGES, type LanguageTag, type Text } from './languages.ts';
import { phaseDate } from './phase-date.ts';

/**
 * The small fields a process file is made of. Every zod message here is a noun phrase that completes
 * the sentence "… ; write <phrase>." (file-problems.ts puts place, path and value in front of it).
 */

/** What the template says where a town has to write something: never a value. */
export const PLACEHOLDER = 'ausfüllen';

/** A block of keys. An unknown key is an error; the message lists the known ones for the suggestion. */
export function block<Shape extends z.core.$ZodLooseShape>(shape: Shape, kind: 'key' | 'language' = 'key') {
  const known = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `${kind}: ${known}` : `a block with one line each for ${known}`,
  });
}

export const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item, 'a list, each entry beginning with "- ", or [] for none');

export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, `one of ${values.join(', ')}`);

/** A fact the source may be silent about: `null`, or no line at all, means "not known", and the officer is asked. */
export const orUnknown = <Field extends z.ZodType>(field: Field) => field.nullable().default(null);

const pattern = (regex: RegExp, wanted: string) => z.string(wanted).regex(regex, wanted);

export const words = (wanted = 'some words') =>
  pattern(/\S/u, wanted).refine((value) => value !== PLACEHOLDER, wanted);

export const key = pattern(
  /^[a-z0-9]+(-[a-z0-9]+)*$/u,
  'a key of small letters a–z, digits and single hyphens, such as ag-wohnen',
).max(40, 'a key of at most 40 characters');

export const email = pattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/u, 'an e-mail address such as integration@example.org');

export const phone = pattern(/^\+?[0-9][0-9 ()/-]{3,}$/u, 'a phone number such as "030 23125-100", in quotes');

export const flag = z.boolean('true or false');

export const count = (least: number) => {
  const wanted = `a whole number, at least ${least}`;
  return z.number(wanted).int(wanted).min(least, wanted).max(100_000, 'a whole number, at most 100000');
};

const LIMIT = 'a whole number of places, at least 1, or unlimited';

/** `unlimited` is a decision; "nobody told us" is `null` around this field. */
export const limit = z.union(
  [z.number(LIMIT).int(LIMIT).min(1, LIMIT).max(100_000, LIMIT), z.literal('unlimited', LIMIT)],
  LIMIT,
);

const DATE = 'a date that exists, year first, such as 2018-11-24';
export const date = pattern(/^\d{4}-\d{2}-\d{2}$/u, DATE).refine(isDate, DATE);

const PHASE_DATE = 'a date such as 2018-11-24, or a season: Frühjahr, Sommer, Herbst or Winter with its year';
const SEASON = /^(Frühjahr|Sommer|Herbst|Winter) (19|20)\d{2}$/u;
export const dateOrSeason = pattern(/^(\d{4}-\d{2}-\d{2}|(Frühjahr|Sommer|Herbst|Winter) (19|20)\d{2})$/u, PHASE_DATE)
  .refine((value) => SEASON.test(value) || isDate(value), PHASE_DATE)
  .transform(phaseDate);

export const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/u, 'a time of day such as 14:00');

export const timeWithSeconds = pattern(
  /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/u,
  'a time of day such as 23:59:59 or 18:00',
).transform((value) => (value.length === 5 ? `${value}:00` : value));

const ZONE = 'a time zone of the IANA database such as Europe/Berlin';
export const zone = pattern(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/u, ZONE).refine(isZone, ZONE);

/** Human text: words in the process's first language, or a block with one text per language. */
export function text(first: LanguageTag) {
  const wanted = `a text, or one text per language (${LANGUAGES.join(', ')})`;
  const inLanguages = Object.fromEntries(
    LANGUAGES.map((language) => [language, words(wanted).exactOptional()]),
  ) as Record<LanguageTag, z.ZodExactOptional<z.ZodString>>;
  const perLanguage = block(inLanguages, 'language').refine(
    (value) => value[first] !== undefined,
    `a text that has ${first} too, the first language of the process`,
  );
  return z
    .union([words(wanted), perLanguage], wanted)
    .transform((value): Text => (typeof value === 'string' ? { [first]: value } : value))
    .meta({ id: 'Text' });
}
