import { beforeEach, describe, expect, it } from 'vitest';
import type { ListedReply } from '../../../src/events/records.ts';
import { human } from '../../../src/view/language.ts';
import { kickoff } from '../events/guest-list.ts';
import { Conversation, german, noting } from '../kernel/conversation.ts';

const event = kickoff();
const workshop = kickoff({ key: 'werkstatt', title: { de: 'Werkstatt' } });
let understood: Readonly<Record<string, unknown>>[];
let desk: Conversation;
beforeEach(() => {
  understood = [];
  desk = new Conversation([noting('erfassen', understood)], { events: [event] });
});

const yes = (partySize: number, children: number | null = null) => ({ answer: 'ATTENDING', partySize, children });
const entry = (channel: string, wish: object, name: string, who: string | null = null) => ({ event, channel, wish, name, who });
const asks = { channel: german.t('enter-ask-channel'), persons: german.t('enter-ask-persons'), name: german.t('enter-ask-name') };
const problems = {
  channel: german.t('enter-channel-unknown'),
  persons: german.t('enter-persons-unknown'),
  range: german.t('party-range', { most: 20 }),
  name: german.t('enter-name-empty'),
};
const again = (sentence: string): string => `${sentence}\n${german.t('dialog-try-again')}`;

describe('/erfassen in one line', () => {
  it.each([
    ['Telefon', 'PHONE'],
    ['telefon', 'PHONE'],
    ['TELEFON', 'PHONE'],
    ['E-Mail', 'EMAIL'],
    ['e-mail', 'EMAIL'],
    ['Email', 'EMAIL'],
    ['vor Ort', 'DESK'],
    ['Vor ort', 'DESK'],
    ['Papier', 'PAPER'],
    ['phone', 'PHONE'],
    ['desk', 'DESK'],
    ['paper', 'PAPER'],
  ])('%s 4 Frau K.', async (word, channel) => {
    expect(await desk.say(`/erfassen ${word} 4 Frau K.`)).toEqual([]);
    expect(understood).toEqual([entry(channel, yes(4), 'Frau K.')]);
  });

  it.each([
    ['4', yes(4)],
    ['1', yes(1)],
    ['20', yes(20)],
    ['2+1', yes(3, 1)],
    ['٤', yes(4)],
    ['Absage', { answer: 'DECLINED', partySize: 1, children: null }],
    ['absage', { answer: 'DECLINED', partySize: 1, children: null }],
    ['nein', { answer: 'DECLINED', partySize: 1, children: null }],
    ['Vielleicht 2', { answer: 'MAYBE', partySize: 2, children: null }],
    ['Vielleicht', { answer: 'MAYBE', partySize: 1, children: null }],
    ['Zusage 3', yes(3)],
    ['Zusage', yes(1)],
    ['ja 2+2', yes(4, 2)],
  ])('Telefon %s Frau K.', async (words, wish) => {
    expect(await desk.say(`/erfassen Telefon ${words} Frau K.`)).toEqual([]);
    expect(understood).toEqual([entry('PHONE', wish, 'Frau K.')]);
  });

  it.each([
    ['K', 'K'],
    ['Frau  Dr.   Öztürk-Maier', 'Frau Dr. Öztürk-Maier'],
    ['فاطمة', 'فاطمة'],
    ['3. Klasse', '3. Klasse'],
    ['=1+1', '=1+1'],
    ['Absage', 'Absage'],
    ['\u202EFrau K.', 'Frau K.'],
  ])('the name %j is kept as %j', async (typed, name) => {
    await desk.say(`/erfassen Telefon 4 ${typed}`);
    expect(understood).toEqual([entry('PHONE', yes(4), name)]);
  });

  it('spaces, tabs and line ends divide alike', async () => {
    for (const text of ['/erfassen Telefon\t4\tFrau K.', '/erfassen\nTelefon\n4\nFrau K.', '/erfassen   vor Ort   4   Frau K.  ']) await desk.say(text);
    expect(understood).toEqual([entry('PHONE', yes(4), 'Frau K.'), entry('PHONE', yes(4), 'Frau K.'), entry('DESK', yes(4), 'Frau K.')]);
  });

  it.each([
    ['Fax 4 Frau K.', problems.channel],
    ['4 Frau K.', problems.channel],
    ['Telefonzelle 4 Frau K.', problems.channel],
    ['vor 4 Frau K.', problems.channel],
    ['Telefon Frau K.', problems.persons],
    ['Telefon vier Frau K.', problems.persons],
    ['Telefon 0 Frau K.', problems.range],
    ['Telefon 21 Frau K.', problems.range],
    ['Telefon Vielleicht 21 Frau K.', problems.range],
    ['Telefon 4x Frau K.', problems.range],
    ['Telefon -4 Frau K.', problems.persons],
    ['Telefon 😀 Frau K.', problems.persons],
    ['Telefon 4 \u200B\u202E', problems.name],
  ])('%s is told what is missing, and nothing is stored', async (text, problem) => {
    expect(await desk.say(`/erfassen ${text}`)).toEqual([problem]);
    expect(understood).toEqual([]);
  });
});

it.each([
  ['one endless word', 'x'.repeat(10_240), problems.channel],
  ['an endless number', `Telefon ${'9'.repeat(10_240)} Frau K.`, problems.range],
  ['emoji', `Telefon ${'😀'.repeat(2_560)}`, problems.persons],
])('ten kilobytes of %s are told what is missing', async (_, text, problem) => {
  expect(await desk.say(`/erfassen ${text}`)).toEqual([problem]);
  expect(understood).toEqual([]);
});

it('of an endless name a name’s length is kept', async () => {
  await desk.say(`/erfassen Telefon 4 ${'Frau K. '.repeat(1_280)}`);
  expect(understood).toEqual([entry('PHONE', yes(4), 'Frau K. '.repeat(8).trim())]);
});

describe('/erfassen step by step', () => {
  it('channel by button, number by button, name by hand', async () => {
    expect(await desk.say('/erfassen')).toEqual([asks.channel]);
    expect(desk.choices.map(({ raw }) => raw)).toEqual(['Telefon', 'E-Mail', 'vor Ort', 'Papier']);
    expect(await desk.say('vor Ort')).toEqual([asks.persons]);
    expect(desk.choices.map(({ raw }) => raw)).toEqual(['1', '2', '3', '4', 'Vielleicht', 'Absage']);
    expect(await desk.say('2')).toEqual([asks.name]);
    expect(await desk.say('Herr Öz')).toEqual([]);
    expect(understood).toEqual([entry('DESK', yes(2), 'Herr Öz')]);
  });

  it.each([
    ['/erfassen Telefon', asks.persons],
    ['/erfassen Telefon 4', asks.name],
    ['/erfassen Telefon Absage', asks.name],
    ['/erfassen Papier Vielleicht 2', asks.name],
  ])('%s asks only for what is missing', async (text, question) => {
    expect(await desk.say(text)).toEqual([question]);
  });

  it('what was said about coming is still known when the name has come', async () => {
    await desk.say('/erfassen Papier Vielleicht 2');
    await desk.say('K.');
    expect(understood).toEqual([entry('PAPER', { answer: 'MAYBE', partySize: 2, children: null }, 'K.')]);
  });

  it('every choice it offers is one it understands', async () => {
    for (const channel of ['Telefon', 'E-Mail', 'vor Ort', 'Papier']) {
      for (const wish of ['1', '2', '3', '4', 'Vielleicht', 'Absage']) {
        await desk.say('/erfassen');
        await desk.say(channel);
        await desk.say(wish);
        expect(await desk.say('K.')).toEqual([]);
      }
    }
    expect(understood).toHaveLength(24);
  });

  it('a wrong answer loses nothing', async () => {
    await desk.say('/erfassen E-Mail');
    expect(await desk.say('viele')).toEqual([again(problems.persons)]);
    expect(await desk.say('22')).toEqual([again(problems.range)]);
    await desk.say('12');
    await desk.say('Chor');
    expect(understood).toEqual([entry('EMAIL', yes(12), 'Chor')]);
  });

  it('where two events are open it asks which one first, and keeps the rest of the line', async () => {
    desk = new Conversation([noting('erfassen', understood)], { events: [event, workshop] });
    expect(await desk.say('/erfassen Telefon 4 Frau K.')).toEqual([german.t('ask-event')]);
    await desk.choose('Werkstatt');
    expect(understood).toEqual([{ ...entry('PHONE', yes(4), 'Frau K.'), event: workshop }]);
  });

  it('a slip in that line is told after the event is known, and only it is asked for', async () => {
    desk = new Conversation([noting('erfassen', understood)], { events: [event, workshop] });
    await desk.say('/erfassen Fax 4 Frau K.');
    expect(await desk.choose('Auftakt')).toEqual([problems.channel, asks.channel]);
    await desk.say('Papier');
    await desk.say('4');
    await desk.say('Frau K.');
    expect(understood).toEqual([entry('PAPER', yes(4), 'Frau K.')]);
  });

  it('the name of an event in front chooses it', async () => {
    desk = new Conversation([noting('erfassen', understood)], { events: [event, workshop] });
    await desk.say('/erfassen werkstatt Telefon 4 Frau K.');
    expect(understood).toEqual([{ ...entry('PHONE', yes(4), 'Frau K.'), event: workshop }]);
  });
});

describe('a name the office has entered before', () => {
  const known: Partial<ListedReply> = { personId: 'frau-k', name: 'Frau K.', channel: 'PHONE', partySize: 4 };
  beforeEach(() => {
    desk = new Conversation([noting('erfassen', understood)], { events: [event], entered: [known] });
  });

  it.each(['Frau K.', 'frau k', 'FRAU  K.'])('%s: it asks whether it is the same person', async (name) => {
    expect(await desk.say(`/erfassen Telefon 2 ${name}`)).toEqual([german.t('enter-same-name', { name: human(name.replace('  ', ' ')) })]);
    await desk.say(desk.choices[0]!.raw);
    expect(understood).toMatchObject([{ who: 'frau-k', wish: yes(2) }]);
  });

  it('and whether it is somebody else', async () => {
    await desk.say('/erfassen Telefon 2 Frau K.');
    await desk.say(desk.choices.at(-1)!.raw);
    expect(understood).toMatchObject([{ who: null }]);
  });

  it('another name is another person, without a question', async () => {
    expect(await desk.say('/erfassen Telefon 2 Herr K.')).toEqual([]);
    expect(understood).toMatchObject([{ who: null }]);
  });

  it('an id nobody offered is not taken', async () => {
    await desk.say('/erfassen Telefon 2 Frau K.');
    expect(await desk.say('frau-z')).toEqual([german.t('enter-same-name', { name: human('Frau K.') })]);
    expect(understood).toEqual([]);
  });
});
