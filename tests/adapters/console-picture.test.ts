import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pictures } from '../../adapters/documents/picture.ts';
import { Console } from '../../adapters/console/index.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { command, NO_PARAMS } from '../../src/kernel/command.ts';
import type { Feature } from '../../src/kernel/feature.ts';
import { instantFromIso } from '../../src/kernel/time.ts';
import { PeopleDirectory } from '../../src/people/directory.ts';
import { createLanguages } from '../../src/view/language.ts';
import { buildBot, type RememberingLogger } from '../support/virtual-time.ts';

const folder = mkdtempSync(join(tmpdir(), 'picture-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const languages = createLanguages(readTexts());

/** What the terminal shows when Amira asks for a picture of this drawing. */
async function shown(name: string, drawing: string): Promise<{ lines: string[]; logger: RememberingLogger; fatal: unknown[] }> {
  const feature: Feature = {
    commands: [command({ name: 'umfragen', aliases: [], who: 'everyone', menu: 'none', params: NO_PARAMS, run: async (turn) => turn.picture(turn.place.room, drawing, 'Termine\nA: 6 Ja') })],
    cards: [], due: [], hears: {},
  };
  const store = await openStore(`file:${join(folder, `${name}.db`)}`, { onFatal: () => expect.unreachable() });
  try {
    const clock = new VirtualClock(instantFromIso('2018-10-22T09:00:00+02:00'));
    const terminal = new Console(clock, 'session');
    const { bot, logger, fatal } = buildBot({ store, clock, languages, directory: new PeopleDirectory(languages, randomIds), features: [feature], messengers: [terminal], pictures });
    await bot.start();
    await terminal.hear('Amira', 'private', { text: '/umfragen' });
    await bot.idle();
    const lines = terminal.screen.take();
    expect(await store.view(({ kernel }) => kernel.pendingOutbox(10, 0))).toEqual([]);
    await bot.stop();
    return { lines, logger, fatal };
  } finally {
    await store.close();
  }
}

it('in the terminal a picture is its words', async () => {
  const { lines, logger, fatal } = await shown('drawn', '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3"/></svg>');
  expect(lines).toEqual(['[→ Amira] [Bild] Termine', '    A: 6 Ja']);
  expect([logger.bugs, fatal]).toEqual([[], []]);
});

it('what cannot be drawn is said in words; it is a bug, and no reason to stop', async () => {
  const { lines, logger, fatal } = await shown('broken', 'no drawing');
  expect(lines).toEqual(['[→ Amira] Termine', '    A: 6 Ja']);
  expect(logger.bugs.map(({ message }) => message)).toEqual(['a picture could not be drawn; its words go alone']);
  expect(fatal).toEqual([]);
});
