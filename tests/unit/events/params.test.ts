import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../../src/kernel/time.ts';
import { Conversation, german, noting } from '../kernel/conversation.ts';
import { kickoff } from './guest-list.ts';

const event = kickoff();
const workshop = kickoff({ key: 'werkstatt', title: { de: 'Werkstatt' } });
const range = german.t('party-range', { most: 20 });
const notUnderstood = german.t('dialog-not-understood', { command: 'zusage' });

let understood: Readonly<Record<string, unknown>>[];
let chat: Conversation;
beforeEach(() => {
  understood = [];
  chat = new Conversation([noting('zusage', understood)], { events: [event] });
});
const party = (persons: number, children: number | null = null) => ({ party: { persons, children }, event });

describe('/zusage', () => {
  it.each([
    ['/zusage', { party: null, event }],
    ['/yes', { party: null, event }],
    ['!zusage 3', party(3)],
    ['/zusage 1', party(1)],
    ['/zusage 20', party(20)],
    ['/zusage 03', party(3)],
    ['/zusage 2+1', party(3, 1)],
    ['/zusage 2＋1', party(3, 1)],
    ['/zusage 3+0', party(3, 0)],
    ['/zusage ٣', party(3)],
    ['/zusage ３', party(3)],
    ['/zusage ३', party(3)],
    ['/zusage 3 auftakt', party(3)],
    ['/zusage Auftakt', { party: null, event }],
    ['/zusage\n3', party(3)],
  ])('%j is understood', async (text, args) => {
    expect(await chat.say(text)).toEqual([]);
    expect(understood).toEqual([args]);
  });

  it.each(['0', '21', '-1', '999999999', '1e3', '3.5', '3,5', '0x3', 'drei', 'three', '³', '½', 'Ⅲ', '三', '3️⃣', '👨‍👩‍👧', '😀', '15+6', '1+', '+1', '３０', 'NaN', 'Infinity', '__proto__', "'; DROP TABLE rsvp; --"])(
    '/zusage %s is told the range, and nothing is stored',
    async (number) => {
      expect(await chat.say(`/zusage ${number}`)).toEqual([range]);
      expect(understood).toEqual([]);
    },
  );

  it.each([
    ['words', 'sehr '.repeat(2_000)],
    ['one word', 'x'.repeat(10_240)],
    ['digits', '9'.repeat(10_240)],
    ['emoji', '😀'.repeat(2_560)],
  ])('ten kilobytes of %s are told the range', async (_, text) => {
    expect(await chat.say(`/zusage ${text}`)).toEqual([range]);
    expect(understood).toEqual([]);
  });

  it.each(['/zusage 3 Personen', '/zusage 3 4', '/zusage 2 + 1'])('%j is not half understood', async (text) => {
    expect(await chat.say(text)).toEqual([notUnderstood]);
    expect(understood).toEqual([]);
  });

  it('where two events are open it asks which one, and keeps the number', async () => {
    chat = new Conversation([noting('zusage', understood)], { events: [event, workshop] });
    expect(await chat.say('/zusage 3')).toEqual([german.t('ask-event')]);
    expect(chat.choices.map(({ label }) => label)).toEqual(['Auftakt', 'Werkstatt']);
    await chat.choose('Werkstatt');
    expect(understood).toEqual([{ party: { persons: 3, children: null }, event: workshop }]);
  });

  it('an event that is over is neither meant nor offered', async () => {
    chat = new Conversation([noting('zusage', understood)], { events: [event, { ...workshop, endAt: instant(chat.now - 1) }] });
    await chat.say('/zusage 3');
    expect(understood).toEqual([party(3)]);
  });

  it('where no event is open it says so', async () => {
    chat = new Conversation([noting('zusage', understood)]);
    expect(await chat.say('/zusage 3')).toEqual([german.t('no-open-event')]);
  });
});
