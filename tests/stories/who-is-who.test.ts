import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';

let town: Town;
beforeEach(async () => {
  town = await Town.open();
});
afterEach(() => town.close());

const NONE = '0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen';

it('a group becomes a supergroup: the card is posted anew and keeps its count', async () => {
  const old = town.telegram.group({ title: 'Alte Gruppe', members: [town.officer] });
  const anna = town.telegram.user({ first_name: 'Anna' });
  old.admit(anna);
  town.officer.say(old, '/hier');
  await town.move('+10s');
  anna.press(town.card(old), 'Zusage');
  await town.move('+10s');
  const moved = old.migrate();
  await town.move('+10s');
  expect(town.countLine(moved)).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
  anna.press(town.card(moved), 'Absage');
  await town.move('+10s');
  expect(town.countLine(moved)).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 1 Absage');
});

it('a forum topic keeps its card; when the topic is deleted a new card goes to General', async () => {
  const forum = town.telegram.supergroup({ title: 'Forum', members: [town.officer], forum: true });
  const topic = forum.createTopic('Auftakt');
  town.officer.say(forum, '/hier', { thread: topic });
  await town.move('+10s');
  expect(town.card(forum).thread).toBe(topic);
  forum.closeTopic(topic);
  forum.deleteTopic(topic);
  town.officer.say(forum, '/hier');
  await town.move('+10s');
  expect(town.card(forum).thread).toBeUndefined();
});

it('an administrator who hides behind the group may organise, but nobody answers in its name', async () => {
  const group = town.telegram.supergroup({ title: 'Anonym' });
  group.sayAsAnonymousAdmin('/hier');
  await town.move('+10s');
  expect(town.countLine(group)).toBe(NONE);
  group.sayAsAnonymousAdmin('/zusage 2');
  await town.move('+5s');
  expect(await town.tally()).toMatchObject({ attendingPersons: 0 });
  expect(town.telegram.screen(group).some(({ text }) => text.includes('Sie schreiben im Namen der Gruppe'))).toBe(true);
  await town.move('+70s');
  expect(town.telegram.screen(group).some(({ text }) => text.includes('Sie schreiben im Namen der Gruppe'))).toBe(false);
});

it('a channel is no person, an automatic forward is nothing at all', async () => {
  const channel = town.telegram.channel({ title: 'Stadtnachrichten' });
  town.group.sayAsChannel(channel, '/zusage 3');
  channel.autoForward(town.group, 'Alle kommen');
  await town.move('+10s');
  expect(await town.tally()).toMatchObject({ attendingPersons: 0 });
  expect(town.telegram.screen(town.group).some(({ text }) => text.includes('nur Personen antworten'))).toBe(true);
});

it('invisible and turning names are shown so that they move nothing', async () => {
  const turning = town.resident('\u202Eluap\u202C');
  const blank = town.resident('\u3164\u200B');
  turning.press(town.card(), 'Zusage');
  blank.press(town.card(), 'Zusage');
  await town.move('+10s');
  town.officer.say('/liste');
  await town.move('+5s');
  const list = town.lastPrivate(town.officer).text;
  expect(list).toContain('\u2068luap\u2069 · Zusage 1');
  expect(list).toContain('\u2068ohne Namen\u2069 · Zusage 1');
  expect(list).not.toMatch(/[\u202A-\u202E\u200B\u3164]/);
});

it('a deleted account keeps its reply and is nobody to write to', async () => {
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage 2');
  await town.move('+10s');
  anna.deleteAccount();
  town.officer.say('/entfaellt Sturm');
  await town.move('+5s');
  town.officer.press(town.lastPrivate(town.officer), 'Ja');
  await town.move('+10s');
  const identity = await town.store.view((records) => records.people.identity('telegram', String(anna.id)));
  expect(identity?.reach).toBe('GONE');
  expect(await town.tally()).toMatchObject({ attendingPersons: 2 });
});

it('who blocks the bot is unreachable until they open it again', async () => {
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage');
  await town.move('+10s');
  const reach = async () => (await town.store.view((records) => records.people.identity('telegram', String(anna.id))))?.reach;
  expect(await reach()).toBe('OPEN');
  anna.block();
  await town.settle();
  expect(await reach()).toBe('BLOCKED');
  anna.unblock();
  anna.start();
  await town.move('+5s');
  expect(await reach()).toBe('OPEN');
});

it('sent away from a group it keeps still; let in again it brings the card up to date', async () => {
  town.group.kickBot();
  await town.settle();
  const anna = town.telegram.user({ first_name: 'Anna' });
  anna.start();
  anna.say('/zusage 2');
  await town.move('+10s');
  expect(await town.tally()).toMatchObject({ attendingPersons: 2 });
  town.group.addBot();
  await town.move('+10s');
  expect(town.countLine()).toBe('2 Personen (1 Zusage) · 0 Vielleicht · 0 Absagen');
});

it('a card deleted under us is noticed and named on the board; /hier brings a new one', async () => {
  town.group.deleteMessage(town.card());
  const anna = town.telegram.user({ first_name: 'Anna' });
  anna.start();
  anna.say('/zusage');
  await town.move('+10s');
  town.officer.say('/amt');
  await town.move('+5s');
  expect(town.privateTexts(town.officer).some((text) => text.includes('1 ohne Karte: Bitte schreiben Sie dort /hier'))).toBe(true);
  town.officer.say(town.group, '/hier');
  await town.move('+10s');
  expect(town.countLine()).toBe('1 Person (1 Zusage) · 0 Vielleicht · 0 Absagen');
});

it('two people with the same name are two people', async () => {
  const twins = [town.resident('Ali'), town.resident('Ali')];
  for (const twin of twins) twin.press(town.card(), 'Zusage');
  await town.move('+10s');
  expect(town.countLine()).toBe('2 Personen (2 Zusagen) · 0 Vielleicht · 0 Absagen');
});

it('forged, foreign and outdated presses get a private answer and change nothing', async () => {
  const [anna, ben] = [town.resident('Anna', { started: true }), town.resident('Ben', { started: true })];
  anna.start();
  anna.say('/zusage');
  await town.move('+10s');
  const own = town.lastCardOf(anna);
  ben.press(town.card(), 0, { forge: town.dataOf(own, 'Absage') });
  await town.settle();
  expect(town.lastToast(ben)).toContain('gilt hier nicht');
  for (const forged of ['', '1.x', 'A'.repeat(64), '1.AAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBB.yes']) {
    ben.press(town.card(), 0, { forge: forged });
    await town.settle();
    expect(town.lastToast(ben)).toContain('gilt hier nicht');
  }
  expect(await town.tally()).toMatchObject({ attendingReplies: 1, declined: 0 });
});

it('bad numbers get one friendly sentence and lose nothing', async () => {
  const anna = town.resident('Anna', { started: true });
  anna.start();
  anna.say('/zusage 2');
  await town.move('+10s');
  for (const wrong of ['0', '21', 'drei', '🎉', 'x'.repeat(4_000)]) {
    anna.say(`/zusage ${wrong}`);
    await town.move('+5s');
    expect(town.lastPrivate(anna).text).toContain('Zahl von 1 bis 20');
    expect(await town.reply(anna)).toMatchObject({ answer: 'ATTENDING', partySize: 2 });
  }
});
