import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../adapters/system/clock.ts';
import { randomIds } from '../../adapters/system/ids.ts';
import { createLogger } from '../../adapters/system/logger.ts';
import { readTexts } from '../../adapters/system/texts.ts';
import { VirtualClock } from '../../adapters/system/virtual-clock.ts';
import { durations, instant } from '../../src/kernel/time.ts';

afterEach(() => vi.useRealTimers());
const nothing = async (): Promise<void> => {};

describe('systemClock', () => {
  it('sleeps longer than a timer can', () => {
    vi.useFakeTimers({ now: 1_000 });
    const wake = vi.fn();
    systemClock.at(instant(1_000 + 40 * durations.day), wake);
    vi.advanceTimersByTime(40 * durations.day - 1);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('waits on when the clock was set back, and wakes soon when it was set forward', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const wake = vi.fn();
    systemClock.at(instant(1_010_000), wake);
    vi.setSystemTime(900_000);
    vi.advanceTimersByTime(10_000);
    expect(wake).not.toHaveBeenCalled();
    vi.setSystemTime(2_000_000);
    vi.advanceTimersByTime(30_000);
    expect(wake).toHaveBeenCalledOnce();
  });

  it('wakes for what is past, and not when cancelled', async () => {
    const wake = vi.fn();
    systemClock.at(instant(0), wake);
    systemClock.at(instant(0), () => expect.unreachable())();
    await vi.waitFor(() => expect(wake).toHaveBeenCalledOnce());
  });
});

describe('VirtualClock', () => {
  it('wakes in order, at the instants planned, and lets what a wake plans happen on the way', async () => {
    const clock = new VirtualClock(instant(0));
    const seen: [string, number][] = [];
    const note = (what: string) => (): void => void seen.push([what, clock.now()]);
    clock.at(instant(300), note('c'));
    clock.at(instant(100), () => {
      note('a')();
      clock.at(instant(200), note('b'));
      clock.at(instant(50), note('past'));
    });
    clock.at(instant(100), note('a2'));
    clock.at(instant(250), note('never'))();
    clock.at(instant(1_001), note('later'));
    let settled = 0;
    await clock.advanceTo(instant(1_000), async () => void (settled += 1));
    expect(seen).toEqual([['a', 100], ['past', 100], ['a2', 100], ['b', 200], ['c', 300]]);
    expect(clock.now()).toBe(1_000);
    // Once for every instant, and at the beginning and the end.
    expect(settled).toBe(new Set(seen.map(([, at]) => at)).size + 2);
  });

  it('never goes back, and is moved by one at a time', async () => {
    const clock = new VirtualClock(instant(500));
    await clock.advanceTo(instant(100), nothing);
    expect(clock.now()).toBe(500);
    const moving = clock.advanceTo(instant(600), nothing);
    await expect(clock.advanceTo(instant(700), nothing)).rejects.toThrow('moved already');
    await moving;
  });

  it('stands still at speed 0 but wakes what is due already', async () => {
    const clock = new VirtualClock(instant(500));
    const wake = vi.fn();
    clock.at(instant(500), wake);
    clock.at(instant(501), () => expect.unreachable());
    expect(wake).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(wake).toHaveBeenCalledOnce());
  });

  it('runs at its speed, from wherever it was moved to', async () => {
    vi.useFakeTimers();
    const clock = new VirtualClock(instant(0), 60);
    const wake = vi.fn();
    clock.at(instant(durations.hour), wake);
    vi.advanceTimersByTime(59_000);
    expect(clock.now()).toBe(59 * durations.minute);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2_000);
    expect(wake).toHaveBeenCalledOnce();
    await clock.advanceTo(instant(durations.day), nothing);
    vi.advanceTimersByTime(1_000);
    expect(clock.now()).toBe(durations.day + durations.minute);
    expect(() => new VirtualClock(instant(0), -1)).toThrow(RangeError);
  });
});

describe('randomIds', () => {
  it('makes ids and codes as the port says', () => {
    const ids = Array.from({ length: 500 }, () => randomIds.id());
    for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
    expect(new Set(ids).size).toBe(500);
    for (let n = 0; n < 500; n += 1) expect(randomIds.code()).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  });
});

describe('createLogger', () => {
  const lines: string[] = [];
  const logger = (secrets: string[] = [], level = 'debug') => createLogger({ level, ids: randomIds, secrets, destination: { write: (line) => void lines.push(line) } });
  afterEach(() => void lines.splice(0));

  it('writes one JSON line with the level asked for', () => {
    logger([], 'info').debug({}, 'unseen');
    logger([], 'info').info({ count: 3, platform: 'telegram' }, 'seen');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 30, msg: 'seen', count: 3, platform: 'telegram' });
  });

  it('lets no secret, token, password or control character through, wherever it stands', () => {
    const log = logger(['s3cr3t/of us', '']);
    const token = '123456789:AAHfakefakefakefakefakefakefakefake';
    const dirty = `https://api.telegram.org/bot${token}/getMe s3cr3t/of us s3cr3t%2Fof%20us postgresql://me:pw@db/x \u001b[31m\n\u202e`;
    log.info({ why: dirty, token: 'x', text: 'Hallo', odd: { deep: dirty } as never }, dirty);
    const id = log.bug(Object.assign(new Error(dirty, { cause: new TypeError(dirty) }), { code: 'EX', config: { url: dirty } }), dirty, { op: dirty });
    expect(id).toMatch(/^[\w-]{16}$/);
    const written = lines.join('');
    for (const bad of [token, 's3cr3t', 'me:pw', 'Hallo', '\u001b', '\u202e', 'config']) expect(written).not.toContain(bad);
    const bug = JSON.parse(lines[1]!);
    expect(bug).toMatchObject({ level: 50, id, error: { name: 'Error', code: 'EX', cause: { name: 'TypeError' } } });
    expect(bug.error.frames[0]).toMatch(/^at /);
  });

  it('quotes nobody: what a parser or the database read stays out', () => {
    const log = logger();
    try {
      JSON.parse('{"text": Amira mag Linsen}');
    } catch (error) {
      log.bug(error, 'bad');
    }
    const prisma = new Error('\nInvalid `client.person.create({ name: "Amira" })` invocation:\n\nUnique constraint failed');
    prisma.name = 'PrismaClientKnownRequestError';
    log.bug(prisma, 'bad');
    log.bug('Amira', 'bad');
    expect(lines.join('')).not.toMatch(/Amira|Linsen/);
    expect(lines[1]).toContain('Unique constraint failed');
  });
});

describe('readTexts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads every language, German first, files by name', () => {
    for (const [language, name] of [['ar', 'a'], ['de-easy', 'a'], ['de', 'b'], ['de', 'a']] as const) {
      mkdirSync(join(folder, language), { recursive: true });
      writeFileSync(join(folder, language, `${name}.ftl`), `${name} = ${language}\n`);
    }
    writeFileSync(join(folder, 'README.md'), 'x');
    writeFileSync(join(folder, 'de', 'note.txt'), 'x');
    const texts = readTexts(pathToFileURL(`${folder}/`));
    expect(Object.entries(texts)).toEqual([['de', ['a = de\n', 'b = de\n']], ['ar', ['a = ar\n']], ['de-easy', ['a = de-easy\n']]]);
  });

  it('finds the texts of the bot', () => {
    expect(Object.keys(readTexts())[0]).toBe('de');
  });
});
