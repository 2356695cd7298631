import { describe, expect, it, test } from 'vitest';
import type { State } from '../../../src/kernel/holidays.ts';
import { instant, zonedInstant } from '../../../src/kernel/time.ts';
import { dayHints, hintsOf } from '../../../src/polls/warnings.ts';
import { languages, withPoll } from './house.ts';

const zone = 'Europe/Berlin';

function hints(date: string, from = '19:00', until = '21:00', region: State | null = 'BW', tag = 'de'): string[] {
  return dayHints({ startAt: zonedInstant(date, from, zone), endAt: zonedInstant(date, until, zone) }, zone, region, languages.of(tag));
}

describe('what speaks against a day', () => {
  it.each([
    ['2019-06-20', ['Fronleichnam', 'Pfingstferien']],
    ['2019-06-04', ['um diesen Tag Fest des Fastenbrechens']],
    ['2019-09-29', ['am Abend beginnt jüdisches Neujahrsfest (Rosch Haschana)']],
    ['2019-03-21', ['Nevruz']],
    ['2019-04-26', ['Osterferien', 'jüdisches Pessachfest', 'orthodoxer Karfreitag']],
    ['2019-11-05', []],
    ['2031-11-04', []],
  ])('%s', (date, expected) => expect(hints(date)).toEqual(expected));

  test('in the morning the feast of the next day has not begun', () => expect(hints('2019-09-29', '10:00', '12:00')).toEqual([]));
  test('elsewhere the school holidays are not known, and without a state its holidays are not', () => {
    expect(hints('2019-06-20', '19:00', '21:00', 'BY')).toEqual(['Fronleichnam']);
    expect(hints('2019-06-20', '19:00', '21:00', null)).toEqual([]);
  });
  test('in the reader’s words', () => expect(hints('2019-06-20', '19:00', '21:00', 'BW', 'en')).toEqual(['Corpus Christi', 'school holidays (Whitsun)']));
});

test('an event at the same time is named with the number of members meant to be there, never with their names', () =>
  withPoll((store) => store.view(async (records) => {
    const slot = { id: 'p/1', pollId: 'p', startAt: instant(0), endAt: instant(1), proposedBy: null };
    const clashes = async () => [{ event: { title: { de: 'AG Arbeit, 1. Treffen' } } as never, persons: ['lena', 'ben'] }];
    expect(await hintsOf(records, { clashes }, (await records.polls.poll('p'))!, slot, ['lena', 'ben'], languages.of('de'))).toEqual(['zur selben Zeit „AG Arbeit, 1. Treffen“ (2 Mitglieder)']);
  }), ['lena', 'ben'], 1));
