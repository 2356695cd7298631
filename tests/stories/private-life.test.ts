import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Town } from '../support/town.ts';
import type { Person } from '../support/telegram/person.ts';

let town: Town;
let nour: Person;
beforeEach(async () => {
  town = await Town.open();
  nour = town.resident('Nour', { last_name: 'Unverwechselbar', language_code: 'en' });
  nour.start();
  nour.say('/yes 2');
  await town.move('+10s');
});
afterEach(() => town.close());

it('the welcome tells about the data before anything is asked, in the person’s language', () => {
  const welcome = town.privateTexts(nour)[0] ?? '';
  expect(welcome).toContain('/privacy');
  expect(welcome).toContain('/forget');
});

it('/my_data shows everything and brings it as a file', async () => {
  nour.say('/my_data');
  await town.move('+10s');
  const file = town.telegram.screen(nour).findLast(({ document }) => document !== undefined)?.document;
  const data = JSON.parse(new TextDecoder().decode(file?.bytes)) as Record<string, unknown>;
  expect(data).toMatchObject({
    person: { name: 'Nour Unverwechselbar' },
    chatAccounts: [{ messenger: 'telegram', account: String(nour.id), reachable: true }],
    replies: [{ event: 'auftakt', answer: 'ATTENDING', persons: 2, channel: 'TELEGRAM' }],
  });
});

it('/forget asks once, then nothing of the person is left, not even in the file', async () => {
  nour.say('/bring kulinarisches Hummus');
  await town.move('+10s');
  nour.say('/forget');
  await town.move('+5s');
  nour.press(town.lastPrivate(nour), town.lastPrivate(nour).buttons[0]!);
  await town.move('+70s');
  expect(town.countLine()).toBe('0 Personen (0 Zusagen) · 0 Vielleicht · 0 Absagen');
  const bytes = town.databaseFiles().map((file) => readFileSync(file).toString('latin1')).join('');
  for (const trace of ['Unverwechselbar', 'Hummus', String(nour.id)]) expect(bytes.includes(trace), trace).toBe(false);
});

it('/language changes what is said from then on, and plain German is a language', async () => {
  nour.say('/language');
  await town.move('+5s');
  expect(town.lastPrivate(nour).buttons).toContain('Deutsch (einfach)');
  nour.press(town.lastPrivate(nour), 'Deutsch (einfach)');
  await town.move('+5s');
  expect(await town.store.view(async (r) => (await r.people.person((await r.people.identity('telegram', String(nour.id)))!.personId))?.language)).toBe('de-easy');
});

it('nothing about a person stands in any log line', () => {
  const lines = JSON.stringify(town.logger.lines);
  for (const trace of ['Nour', 'Unverwechselbar', String(nour.id), town.telegram.token]) expect(lines).not.toContain(trace);
});
