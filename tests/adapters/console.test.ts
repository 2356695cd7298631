import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Console } from '../../adapters/console/index.ts';
import { decode } from '../../adapters/console/payload.ts';
import { prefixed } from '../../adapters/console/render.ts';
import { Rehearsal } from '../../adapters/console/rehearsal.ts';
import { parseLine } from '../../adapters/console/script.ts';
import { openStore } from '../../adapters/storage/store.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { command, NO_PARAMS } from '../../src/kernel/command.ts';
import type { Feature } from '../../src/kernel/feature.ts';
import { instantFromIso } from '../../src/kernel/time.ts';
import { roomId } from '../../src/kernel/update.ts';
import { PeopleDirectory } from '../../src/people/directory.ts';
import type { Store } from '../../src/ports/store.ts';
import { document, gap, line, title } from '../../src/view/document.ts';
import { createLanguages } from '../../src/view/language.ts';
import { buildBot } from '../support/virtual-time.ts';

/** The console's own texts and the few the kernel needs: nothing of the features. */
const texts = (tag: string): string[] => [
  readFileSync(`src/view/texts/${tag}/console.ftl`, 'utf8'),
  `language-name = ${tag}\nlanguage-also = x-${tag}\nprofile-description = x\nprofile-short = x\nchoice-unknown = ?\ncommand-unknown = ?\ntext-not-understood = ?\n`,
];
const languages = createLanguages({ de: texts('de'), 'de-easy': texts('de-easy'), en: texts('en') });
const START = instantFromIso('2018-10-22T09:00:00+02:00');
const GROUP = roomId('console', 'Gruppe');

describe('parseLine', () => {
  it.each([
    ['Amira: /zusage 2', { kind: 'say', name: 'Amira', where: 'group', text: '/zusage 2' }],
    ['Amira> /start', { kind: 'say', name: 'Amira', where: 'private', text: '/start' }],
    ['  Frau K.:   um 14:00 > 13:00  ', { kind: 'say', name: 'Frau K.', where: 'group', text: 'um 14:00 > 13:00' }],
    ['Amira: 1', { kind: 'choice', name: 'Amira', where: 'group', text: '1' }],
    ['أميرة> 12', { kind: 'choice', name: 'أميرة', where: 'private', text: '12' }],
    ['amt> /erfassen Telefon 4 Frau K.', { kind: 'say', name: 'amt', where: 'private', text: '/erfassen Telefon 4 Frau K.' }],
    ['', { kind: 'nothing' }],
    ['# Amira: 1', { kind: 'nothing' }],
    ['.zeit', { kind: 'time', move: null }],
    ['.Zeit +1d12h', { kind: 'time', move: { by: 36 * 3_600_000 } }],
    ['.zeit 2018-11-15T23:59:30+01:00', { kind: 'time', move: { to: Date.UTC(2018, 10, 15, 22, 59, 30) } }],
    ['.wer', { kind: 'people' }],
    ['.karten', { kind: 'cards' }],
    ['.hilfe', { kind: 'help' }],
    ['.zeit 2018-11-15T23:59:30', { kind: 'problem', key: 'console-time-without-offset' }],
    ['.zeit morgen', { kind: 'problem', key: 'console-time-not-understood' }],
    ['.', { kind: 'problem', key: 'console-unknown-order' }],
    ['Hallo', { kind: 'problem', key: 'console-not-understood' }],
    ['a/b: Hallo', { kind: 'problem', key: 'console-not-understood' }],
    ['Amira:', { kind: 'problem', key: 'console-nothing-said' }],
    ['gruppe: Hallo', { kind: 'problem', key: 'console-group-is-no-person' }],
  ])('%j', (raw, parsed) => expect(parseLine(raw)).toEqual(parsed));

  it('has a sentence for every problem, and understands nothing slowly', () => {
    for (const raw of ['.zeit 2018-11-15T23:59:30', '.zeit x', '.x', 'x', 'x:', 'Gruppe: x']) {
      const parsed = parseLine(raw);
      if (parsed.kind === 'problem') for (const language of languages.all) expect(language.t(parsed.key)).toMatch(/./);
    }
    const began = performance.now();
    for (const raw of [' '.repeat(1e6), 'a '.repeat(5e5), `a${'.'.repeat(1e6)}`, `.zeit ${'+1d'.repeat(1e5)}`]) parseLine(raw);
    expect(performance.now() - began).toBeLessThan(200);
  });
});

describe('decode', () => {
  it('is total', () => {
    for (const payload of ['', '{', 'null', '[]', '{}', '{"at":1e99,"account":"a","name":"a","chat":"a","what":{"kind":"joined"}}', '{"at":8640000000000001,"account":"a","name":"a","chat":"a","what":{"kind":"joined"}}']) {
      expect(decode(payload).kind).toBe('malformed');
    }
  });
});

describe('prefixed', () => {
  it('indents what follows, and lets no text steer the terminal', () => {
    expect(prefixed('→ Amira', 'eins\n\nzwei\u001b[2J\u0007\r')).toEqual(['[→ Amira] eins', '    ', '    zwei[2J']);
    expect(prefixed('Gruppe', '\u2068Amira\u2069 und \u2068أميرة\u2069')).toEqual(['[Gruppe] Amira und \u2068أميرة\u2069']);
  });
});

/** The smallest feature with everything a terminal shows: a card, a file, a private answer, a deadline. */
const yes = new Set<string>();
const until = instantFromIso('2018-10-25T12:00:00+02:00');
let closed = false;
const feature: Feature = {
  commands: [
    command({ name: 'amt', aliases: [], who: 'everyone', menu: 'none', params: { code: { take: async (text) => ({ kind: 'value', value: text, raw: text, rest: '' }), ask: null } }, run: async (turn) => void (await turn.person()) }),
    command({ name: 'hier', aliases: [], who: 'everyone', menu: 'none', params: { key: { take: async (text) => ({ kind: 'value', value: text, raw: text, rest: '' }), ask: null } }, run: async (turn) => void turn.post(turn.place.room, { kind: 'EVENT', what: 'auftakt', personId: null }) }),
    command({ name: 'start', aliases: [], who: 'everyone', menu: 'none', params: NO_PARAMS, run: async (turn) => turn.answer(`Guten Tag\n\n${turn.actor.name}`) }),
    command({ name: 'liste', aliases: [], who: 'everyone', menu: 'none', params: NO_PARAMS, run: async (turn) => turn.file(turn.place.room, { name: 'liste.csv', mime: 'text/csv', text: '\uFEFFName;Personen\r\nAmira;1\r\n' }, 'Die Liste') }),
  ],
  cards: [
    {
      kind: 'EVENT',
      prefetch: async () => {},
      draw: async () => ({
        document: document(title('Auftakt'), gap, line(`${yes.size} Zusagen${closed ? ' (Ende)' : ''}`)),
        actions: [{ id: 'yes', label: 'Zusage', row: 0 }, { id: 'no', label: 'Absage', row: 0 }, { id: 'more', label: 'Details', row: 1, url: 'https://example.org' }],
        open: !closed,
      }),
      press: async (turn, copy, action) => {
        if (action === 'yes') yes.add(turn.actor.account);
        else yes.delete(turn.actor.account);
        await turn.touch(copy.subject);
        turn.answer(action === 'yes' ? 'Zugesagt.' : 'Abgesagt.');
      },
    },
  ],
  due: [
    {
      name: 'deadline',
      next: async () => (closed ? null : until),
      run: async (turn) => {
        closed = true;
        await turn.touch('EVENT:auftakt');
        turn.say(GROUP, 'Die Frist ist vorbei.');
      },
    },
  ],
  hears: { joined: async (turn) => turn.say(turn.place.room, 'Guten Tag zusammen') },
};

it('a poll is shown as one reads it, and its end is said', async () => {
  const terminal = new Console(new VirtualClock(START), 'session');
  const asked = await terminal.send({ op: 'poll', room: GROUP, poll: { question: 'Tee?', options: ['ja', 'nein'] }, document: document(line('Ein Stimmungsbild.')) });
  expect(terminal.screen.take()).toEqual(['[Gruppe] Umfrage: Tee?', '    ○ ja', '    ○ nein', '    Ein Stimmungsbild.']);
  expect(asked).toEqual({ kind: 'sent', messageId: '1' });
  expect(await terminal.send({ op: 'endPoll', room: GROUP, messageId: '1', document: document(line('Zu Ende.')) })).toEqual({ kind: 'sent', messageId: '1' });
  expect(terminal.screen.take()).toEqual(['[Gruppe] Zu Ende.']);
});

describe('a rehearsal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  let store: Store;
  beforeAll(async () => {
    store = await openStore(`file:${join(folder, 'probe.db')}`, { onFatal: () => expect.unreachable() });
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('prints who gets what, each card once for a line, and what happens while the clock moves', async () => {
    const clock = new VirtualClock(START);
    const terminal = new Console(clock, 'session');
    const { bot, logger, fatal } = buildBot({ store, clock, languages, directory: new PeopleDirectory(languages, randomIds), features: [feature], messengers: [terminal] });
    const printed: string[] = [];
    const rehearsal = new Rehearsal({ console: terminal, clock, idle: () => bot.idle(), language: languages.fallback, zone: 'Europe/Berlin', print: (text) => void printed.push(text) });
    const said = async (...lines: string[]): Promise<string[]> => {
      printed.length = 0;
      await rehearsal.run((async function* () { yield* lines; })(), new AbortController().signal);
      return printed;
    };
    await bot.start();
    await rehearsal.open('CODE', 'auftakt');
    expect(printed[0]).toMatch(/^\[Probe\] Willkommen/);
    expect(printed.slice(-7)).toEqual([
      '[Uhr] Montag, 22. Oktober 2018, 09:00:00 (Europe/Berlin)',
      '[Karte Gruppe #1] Auftakt', '    ', '    0 Zusagen', '    ', '    1 Zusage   2 Absage', '    Details: https://example.org',
    ]);

    expect(await said('Amira: 1')).toEqual(['[→ Amira] Zugesagt.', '[Karte Gruppe #1] Auftakt', '    ', '    1 Zusagen', '    ', '    1 Zusage   2 Absage', '    Details: https://example.org']);
    expect(await said('amira: 1')).toEqual(['[→ Amira] Zugesagt.']);
    expect((await said('Kemal: 1', 'Kemal: 2', 'Öz: 1')).filter((text) => /Zusagen/.test(text))).toEqual(['    2 Zusagen', '    1 Zusagen', '    2 Zusagen']);
    expect(await said('Amira> /start')).toEqual(['[→ Amira] Guten Tag', '    ', '    Amira']);
    expect(await said('amt> /liste')).toEqual(['[→ amt] Die Liste', '    Datei liste.csv (2 Zeilen)', '    Name;Personen', '    Amira;1']);
    expect(await said('# nichts', '', 'Amira: Hallo zusammen')).toEqual([]);
    expect(await said('was?', '.wer')).toEqual([expect.stringMatching(/^\[Probe\] Das habe ich nicht verstanden/), '[Probe] Bisher sind da:', '    amt (das Amt)', '    Amira', '    Kemal', '    Öz']);
    expect((await said('.karten'))[0]).toBe('[Karte Gruppe #1] Auftakt');
    expect(await said('.zeit', '.zeit 2018-10-22T08:00:00+02:00')).toEqual(['[Uhr] Montag, 22. Oktober 2018, 09:00:08 (Europe/Berlin)', '[Probe] Die Uhr geht nur vorwärts: Dieser Zeitpunkt ist schon vorbei.']);
    expect(await said('.zeit +4d')).toEqual([
      '[Uhr] Donnerstag, 25. Oktober 2018, 12:00:00 (Europe/Berlin)',
      '[Gruppe] Die Frist ist vorbei.',
      '[Karte Gruppe #1] Auftakt', '    ', '    2 Zusagen (Ende)',
      '[Uhr] Freitag, 26. Oktober 2018, 09:00:08 (Europe/Berlin)',
    ]);
    expect((await said('.hilfe')).join('\n')).toContain('.zeit +1d12h');
    expect(await said('.karten')).toEqual(['[Probe] Es gibt noch keine Karte, die man drücken kann.']);
    await bot.stop();
    expect(logger.bugs).toEqual([]);
    expect(fatal).toEqual([]);
  });
});

describe('Console', () => {
  it('refuses calls for what is not there, and says who is meant by a whisper', async () => {
    const terminal = new Console(new VirtualClock(START), 's');
    const text = document(line('Hallo'));
    expect(await terminal.send({ op: 'edit', room: GROUP, messageId: '7', document: text, buttons: [] })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
    expect(await terminal.send({ op: 'delete', room: GROUP, messageId: '7' })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
    expect(await terminal.send({ op: 'answer', room: GROUP, pressId: '7', text: 'x' })).toMatchObject({ kind: 'refused' });
    await terminal.send({ op: 'whisper', room: GROUP, account: 'amira', document: text, replyTo: null });
    expect(terminal.screen.take()).toEqual(['[→ amira] Hallo']);
  });

  it('takes a card down', async () => {
    const terminal = new Console(new VirtualClock(START), 's');
    const button = { label: 'Zusage', row: 0, data: 'x', url: null };
    await terminal.send({ op: 'post', room: GROUP, document: document(line('Karte')), buttons: [button], replyTo: null });
    terminal.screen.take();
    await terminal.send({ op: 'delete', room: GROUP, messageId: '1' });
    expect(terminal.screen.take()).toEqual(['[Karte Gruppe #1] (entfernt)']);
  });
});
