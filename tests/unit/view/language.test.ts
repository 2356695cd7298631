import { describe, expect, it, test } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import { countLine } from '../../../src/events/count.ts';
import type { EventTally } from '../../../src/events/records.ts';
import { instantFromIso } from '../../../src/kernel/time.ts';
import { createLanguages, human } from '../../../src/view/language.ts';

const zone = 'Europe/Berlin';
const kickoff = instantFromIso('2018-11-24T14:00:00+01:00');
const languages = createLanguages(readTexts());
const [german, plain, english] = ['de', 'de-easy', 'en'].map((tag) => languages.of(tag));

/** A little set of languages: what is missing, and where it is then looked for, can be said freely. */
const little = createLanguages({
  de: ['language-name = Deutsch\nlanguage-also = deutsch\nhello = Guten Tag\nbye = Auf Wiedersehen\nname = { $name }, { $n }\nmissing-argument = { $n }'],
  'de-easy': ['language-name = Deutsch (einfach)\nlanguage-also = einfach\nhello = Hallo'],
  fa: ['language-name = فارسی\nlanguage-also = farsi\nhello = سلام'],
});

describe('fallbacks', () => {
  it('what plain German does not say, German says', () => {
    expect(little.of('de-easy').t('hello')).toBe('Hallo');
    expect(little.of('de-easy').t('bye')).toBe('Auf Wiedersehen');
    expect(little.of('fa').t('bye')).toBe('Auf Wiedersehen');
    expect(little.of('de-easy').has('bye')).toBe(true);
    expect(little.of('de-easy').has('nothing')).toBe(false);
  });

  it('a text that nobody has is a bug, and so is a missing argument', () => {
    expect(() => little.of('de-easy').t('nothing')).toThrow('no text for "nothing" in de-easy');
    expect(() => little.of('de').t('missing-argument')).toThrow('text "missing-argument" in de');
    expect(() => createLanguages({ de: ['a = 1', 'a = 2'] })).toThrow('given twice');
    expect(() => createLanguages({})).toThrow('no language');
  });

  it('a text of the process file is picked in the same order', () => {
    expect(plain!.pick({ en: 'Kick-off', de: 'Auftakt', 'de-easy': 'Anfang' })).toBe('Anfang');
    expect(plain!.pick({ en: 'Kick-off', de: 'Auftakt' })).toBe('Auftakt');
    expect(english!.pick({ 'de-easy': 'Anfang', de: 'Auftakt' })).toBe('Auftakt');
    expect(english!.pick({ tr: 'Başlangıç' })).toBe('Başlangıç');
    expect(english!.pick({})).toBe('');
  });
});

describe('which language is meant', () => {
  test.each([
    ['de-AT', 'de'], ['de', 'de'], ['Deutsch', 'de'], ['German', 'de'], ['de-easy', 'de-easy'], ['DE-EASY', 'de-easy'], ['Leichte Sprache', 'de-easy'], [' einfach ', 'de-easy'],
    ['Deutsch (einfach)', 'de-easy'], ['English', 'en'], ['englisch', 'en'], ['en-GB', 'en'], ['en_US', 'en'], ['tlh', null], ['Klingonisch', null], ['', null], [null, null],
  ])('%j → %j', (hint, tag) => expect(languages.match(hint)).toBe(tag));

  it('German comes first and stands in for what we do not carry', () => {
    expect(languages.all.map(({ tag }) => tag)).toEqual(['de', 'de-easy', 'en']);
    expect(languages.all.map(({ autonym }) => autonym)).toEqual(['Deutsch', 'Deutsch (einfach)', 'English']);
    expect(languages.fallback.tag).toBe('de');
    expect([languages.of(null).tag, languages.of('tlh').tag, languages.of('en').tag]).toEqual(['de', 'de', 'en']);
  });

  it('no name is claimed by two languages', () => {
    const names = languages.all.map((language) => new Set([language.tag, language.autonym, ...language.t('language-also').split(',')].map((name) => name.trim().toLowerCase())));
    const all = names.flatMap((each) => [...each]);
    expect(all).toEqual([...new Set(all)]);
    expect(all).not.toContain('');
  });

  it('right to left is known', () => {
    expect([little.of('fa').direction, german!.direction]).toEqual(['rtl', 'ltr']);
  });
});

it('isolation marks stand around what a human wrote, and around nothing else', () => {
  expect(little.of('de').t('name', { name: human('محمد'), n: 3 })).toBe('\u2068محمد\u2069, 3');
  expect(german!.t('list-name', { name: human('Amira') })).toBe('\u2068Amira\u2069');
  for (const language of languages.all) {
    expect(language.t('count-free', { free: 109, capacity: 120 })).not.toMatch(/[\u2066-\u2069]/);
    expect(language.t('event-when', { date: language.date(kickoff, zone), start: '14:00', end: '18:30' })).not.toMatch(/[\u2066-\u2069]/);
  }
});

describe('the count line', () => {
  const none: EventTally = {
    eventKey: 'auftakt', attendingReplies: 0, attendingPersons: 0, maybe: 0, declined: 0, waitingReplies: 0, waitingPersons: 0,
    reservedReplies: 0, reservedPersons: 0, toConfirm: 0, late: 0, entered: 0, nextOrder: 1,
  };
  const eleven: EventTally = { ...none, attendingReplies: 6, attendingPersons: 11, maybe: 1 };
  test.each<[string, number | null, EventTally, string]>([
    ['of the kick-off', null, eleven, '11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen'],
    ['with seats', 120, eleven, '11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen · 109 von 120 Plätzen frei'],
    ['with a wait list', 120, { ...eleven, waitingReplies: 1, waitingPersons: 3 }, '11 Personen (6 Zusagen) · 1 Vielleicht · 0 Absagen · 3 auf der Warteliste · 109 von 120 Plätzen frei'],
    ['of one', null, { ...none, attendingReplies: 1, attendingPersons: 1, declined: 1 }, '1 Person (1 Zusage) · 0 Vielleicht · 1 Absage'],
    ['of nobody', null, none, '0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen'],
    ['of a full hall', 12, { ...none, attendingReplies: 5, attendingPersons: 12, declined: 2 }, '12 Personen (5 Zusagen) · 0 Vielleicht · 2 Absagen · 0 von 12 Plätzen frei'],
  ])('%s', (_name, capacity, tally, line) => expect(countLine(german!, { capacity }, tally)).toBe(line));

  it('has the same parts in every language', () => {
    const full = { ...eleven, waitingReplies: 1, waitingPersons: 3 };
    for (const language of languages.all) {
      const line = countLine(language, { capacity: 120 }, full);
      expect(line.split(' · ')).toHaveLength(5);
      expect(line.match(/\d+/g)).toEqual(['11', '6', '1', '0', '3', '109', '120']);
    }
  });
});

it('the deadline mark', () => {
  expect(german!.t('list-late')).toBe('nach Frist');
  expect([1, 2].map((count) => german!.t('board-late', { count }))).toEqual(['1 Antwort nach Frist', '2 Antworten nach Frist']);
});

it('dates and times are the town\'s', () => {
  expect([german!, plain!].map((language) => language.date(kickoff, zone))).toEqual(['Samstag, 24. November 2018', 'Samstag, 24. November 2018']);
  expect(english!.date(kickoff, zone)).toMatch(/^Saturday,? 24 November 2018$/);
  expect([german!.shortDate(kickoff, zone), german!.clock(kickoff, zone)]).toEqual(['24.11.2018', '14:00']);
  expect(languages.all.map((language) => language.clock(instantFromIso('2018-11-24T00:05:00+01:00'), zone))).toEqual(['00:05', '00:05', '00:05']);
  expect(german!.t('event-when', { date: german!.date(kickoff, zone), start: german!.clock(kickoff, zone), end: '18:30' })).toBe('Samstag, 24. November 2018, 14:00–18:30 Uhr');
});
