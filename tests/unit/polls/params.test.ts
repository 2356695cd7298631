import { describe, expect, it, test } from 'vitest';
import type { Turn } from '../../../src/kernel/turn.ts';
import { slotsParam, titleParam } from '../../../src/polls/params.ts';
import { languages, NOW } from './house.ts';

const turn = { now: NOW, language: languages.of('de'), t: (key: string, args = {}) => languages.of('de').t(key, args), unit: { process: { current: async () => ({ file: { process: { zone: 'Europe/Berlin' } } }) } } } as unknown as Turn;
const earlier = { group: { title: { de: 'AG Wohnen' } } };
const bare = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

describe('the title of a poll and what follows it', () => {
  it.each([
    ['Zweites Treffen: Di 14.5. 19-21', 'Zweites Treffen', 'Di 14.5. 19-21'],
    ['Zweites Treffen:Di 14.5. 19:00-21:00', 'Zweites Treffen', 'Di 14.5. 19:00-21:00'],
    ['Di 14.5. 19:00-21:00, Do 16.5. 19 Uhr', 'Treffen AG Wohnen', 'Di 14.5. 19:00-21:00, Do 16.5. 19 Uhr'],
    ['am 31.2. 19 Uhr', 'Treffen AG Wohnen', 'am 31.2. 19 Uhr'],
    ['nächsten Dienstag 19-21', 'Treffen AG Wohnen', 'nächsten Dienstag 19-21'],
    ['Zweites Treffen', 'Zweites Treffen', ''],
    ['-', 'Treffen AG Wohnen', ''],
  ])('%j', async (text, title, rest) => {
    expect(await titleParam.take(text, turn, earlier)).toMatchObject({ kind: 'value', value: title, rest });
  });

  it.each(['Zweites Treffen', '-', 'Di 14.5. 19-21'])('what is kept of %j in a dialog is understood the same again', async (text) => {
    const first = await titleParam.take(text, turn, earlier);
    if (first.kind !== 'value') throw new Error('not understood');
    expect(await titleParam.take(first.raw, turn, earlier)).toMatchObject({ kind: 'value', value: first.value, rest: '' });
  });

  test('nothing typed is asked for', async () => expect(await titleParam.take('', turn, earlier)).toEqual({ kind: 'absent' }));
});

describe('what is wrong with a date is told with the part that was meant, and the next step', () => {
  const sentence = async (text: string): Promise<string> => {
    const taken = await slotsParam(async () => []).take(text, turn, {});
    if (taken.kind !== 'problem') throw new Error('it was understood');
    return bare(taken.sentence);
  };
  it.each([
    ['Di 14.5. 19-21, am 31.2. 19 Uhr', '„am 31.2. 19 Uhr“: Diesen Tag gibt es nicht. Bitte prüfen Sie das Datum.'],
    ['Mi 14.5. 19-21', '„Mi 14.5. 19-21“: Dieser Tag ist ein Dienstag, nicht Mittwoch. Bitte prüfen Sie das Datum.'],
    ['Do 2.5. 9-11', '„Do 2.5. 9-11“: Dieser Zeitpunkt ist schon vorbei. Bitte nennen Sie einen künftigen.'],
    ['Di 14.5. 21-19', '„Di 14.5. 21-19“: Das Ende liegt vor dem Beginn. Bitte prüfen Sie die Uhrzeiten.'],
    ['Di 14.5. 19-21, Di 14.5. 19-21', '„Di 14.5. 19-21“ steht schon in der Umfrage. Bitte nennen Sie jeden Termin nur einmal.'],
    [Array.from({ length: 200 }, (_, i) => `${1 + (i % 28)}.6. ${8 + Math.floor(i / 28)} Uhr`).join(', '), 'Das wären 200 Termine. Bitte wählen Sie höchstens 60 aus.'],
    ['14.5.2030 19-21', '„14.5.2030 19-21“ liegt sehr weit in der Zukunft. Bitte prüfen Sie das Jahr.'],
  ])('%.40s', async (text, expected) => expect(await sentence(text)).toBe(expected));
});
