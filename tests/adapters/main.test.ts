import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../adapters/storage/store.ts';
import { instant } from '../../src/kernel/time.ts';
import { ProcessRun } from '../support/process-run.ts';
import { runScript } from '../support/script-run.ts';
import { FakeTelegram } from '../support/telegram/server.ts';

// Whole processes start and stop here.
vi.setConfig({ testTimeout: 60_000 });

const REFERENCE = resolve('process/moessingen.yaml');
const folder = mkdtempSync(join(tmpdir(), 'main-'));
const runs: ProcessRun[] = [];
let server: FakeTelegram;
let count = 0;

beforeAll(async () => {
  server = await FakeTelegram.start();
});
afterEach(async () => {
  for (const run of runs.splice(0)) await run.kill('SIGKILL').exited;
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with a process file that says who is responsible. */
function place(): string {
  const made = join(folder, String((count += 1)));
  mkdirSync(made);
  const text = readFileSync(REFERENCE, 'utf8').replace(/ {4}operator:[^]*?\nmandate:/, [
    '    operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }',
    '    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }',
    '', 'mandate:',
  ].join('\n'));
  writeFileSync(join(made, 'process.yaml'), text);
  return made;
}

function run(where: string, env: Record<string, string> = {}, args: string[] = []): ProcessRun {
  const made = new ProcessRun(where, { PROCESS_FILE: REFERENCE, TMPDIR: where, ...env }, args);
  runs.push(made);
  return made;
}

const telegram = (): Record<string, string> => ({ TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '' });

describe('the rehearsal', () => {
  it('runs from a pipe on a throwaway database and ends with 0', async () => {
    const where = place();
    const rehearsal = run(where).type('Amira: 1\n.zeit +1d\n.wer\n');
    expect(await rehearsal.exited).toBe(0);
    expect(rehearsal.err).toBe('');
    expect(rehearsal.out).toMatch(/^\[Probe\] Willkommen[^]*\[Uhr\] Montag, 22\. Oktober 2018, 09:00:00[^]*\[Karte Gruppe #1\][^]*\[→ Amira\][^]*1 Zusage[^]*\[Probe\] Bisher sind da:\n {4}amt \(das Amt\)\n {4}Amira\n$/);
    expect(readdirSync(where)).toEqual(['process.yaml']);
  });

  it('begins when it is told to, and stops when it is asked to', async () => {
    const where = place();
    const rehearsal = run(where, { ...telegram(), REHEARSAL_START: '2018-11-15T23:59:30+01:00' }, ['--rehearse']);
    await rehearsal.until(/\[Uhr\] Donnerstag, 15\. November 2018, 23:59:30/);
    expect(await rehearsal.kill('SIGTERM').exited).toBe(0);
    expect(readdirSync(where)).toEqual(['process.yaml']);
  });
});

describe('wrong settings', () => {
  it.each([
    ['LOG_LEVEL', { LOG_LEVEL: 'laut' }],
    ['PROCESS_FILE', { PROCESS_FILE: 'missing.yaml' }],
    ['PROCESS_FILE', { TELEGRAM_BOT_TOKEN: '123456789:AAFakeTokenForTestsOnly-0123456789', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' }],
    ['TELEGRAM_BOT_TOKEN', { PROCESS_FILE: 'process.yaml', TELEGRAM_BOT_TOKEN: '123456789:AAFakeTokenForTestsOnly-0123456789', HTTP_ADDRESS: '' }],
    ['HTTP_ADDRESS', { PROCESS_FILE: 'process.yaml', TELEGRAM_BOT_TOKEN: '123456789:AAFakeTokenForTestsOnly-0123456789', HTTP_ADDRESS: '192.0.2.1:1' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://u:geheim%zz@h/db' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://x geheim:::z' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKNE: '123456789:AAFakeTokenForTestsOnly-0123456789' }],
  ])('%s: one sentence and 78', async (name, env) => {
    const refused = run(place(), { ...('HTTP_ADDRESS' in env ? { TELEGRAM_API_ROOT: server.url } : {}), ...env });
    expect(await refused.exited).toBe(78);
    expect(refused.err).toMatch(new RegExp(`\\b${name}\\b`));
    expect(refused.err.trim().split('\n')).toHaveLength(1);
    expect(refused.err).not.toMatch(/geheim|AAFake/);
    expect(refused.out).toBe('');
  });

  it('an address of another machine is called so', async () => {
    const refused = run(place(), { ...telegram(), HTTP_ADDRESS: '192.0.2.1:1' });
    expect(await refused.exited).toBe(78);
    expect(refused.err).toMatch(/^HTTP_ADDRESS 192\.0\.2\.1:1 is no address of this machine \(EADDRNOTAVAIL\); /);
  });

  it('an option there is not: one sentence and 78', async () => {
    const refused = run(place(), telegram(), ['--accept-proces']);
    expect([await refused.exited, refused.err, refused.out]).toEqual([78, '"--accept-proces" is no option of npm start; did you mean --accept-process?\n', '']);
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ['is a folder', (path) => mkdirSync(path), /^\.env cannot be read \(EISDIR\); make it a text file [^\n]+\.\n$/],
    ['is no text in UTF-8', (path) => writeFileSync(path, Buffer.from('\uFEFFTELEGRAM_BOT_TOKEN=1\n', 'utf16le')), /^\.env is no text in UTF-8; [^\n]+\.\n$/],
    ['begins with a byte order mark', (path) => writeFileSync(path, '\uFEFFTELEGRAM_BOT_TOKEN=1:geheim\n'), /^TELEGRAM_BOT_TOKEN comes after an invisible byte order mark \(U\+FEFF\), so it is not recognised; [^\n]+\.\n$/],
  ])('.env %s: one sentence and 78, and so say the scripts', async (_what, make, sentence) => {
    const where = place();
    make(join(where, '.env'));
    const refused = run(where);
    expect([await refused.exited, refused.err, refused.out]).toEqual([78, expect.stringMatching(sentence), '']);
    const doctor = await runScript('doctor.ts', where, {});
    expect([doctor.code, doctor.err]).toEqual([1, '']);
    expect(doctor.out).toMatch(new RegExp(`^bad  settings  ${sentence.source.slice(1).split('; ')[0]!}`, 'm'));
  });

  it('Matrix keys that stayed behind: the bot does not log in as a new device of its own accord', async () => {
    const where = place();
    const store = await openStore(`file:${join(where, 'copy.db')}`, { onFatal: () => expect.unreachable() });
    await store.transact(async ({ kernel }) => kernel.saveCursor({ platform: 'matrix', account: '@mitmachen:example.org', value: 's1', caughtUpAt: instant(0) }));
    await store.close();
    const refused = run(where, { PROCESS_FILE: 'process.yaml', DATABASE_URL: 'file:copy.db', HTTP_ADDRESS: '', MATRIX_HOMESERVER_URL: 'http://127.0.0.1:9', MATRIX_USER_ID: '@mitmachen:example.org', MATRIX_PASSWORD: 'geheim' });
    expect(await refused.exited).toBe(78);
    expect(refused.err).toBe('The bot has been on Matrix with this database, but its key store matrix.db is not there; put the database back where matrix.db lies, or, where the keys are lost for good, set MATRIX_RECOVERY_KEY for a new device.\n');
    expect(readdirSync(where)).not.toContain('matrix.db');
  });
});

describe('the bot', () => {
  it('prints a code for the office once and outside the log, answers, and stops with 0', async () => {
    const where = place();
    const bot = run(where, telegram());
    const [, code] = await bot.until(/\/amt ([2-9A-Z]{8})/);
    const officer = server.user({ first_name: 'Ottilie' });
    officer.start();
    await server.waitFor(() => server.pendingUpdates.length === 0 && officer.sees().length > 1);
    officer.say(`/amt ${code}`);
    const before = officer.sees().length;
    await server.waitFor(() => officer.sees().length > before);
    expect(await bot.kill('SIGTERM').exited).toBe(0);
    expect(bot.err).toContain('the bot is up');
    expect(bot.err).not.toContain(code);
    expect(bot.err).not.toContain(server.token);

    const again = run(where, telegram());
    await again.until(/the bot is up/);
    expect(await again.kill('SIGINT').exited).toBe(0);
    expect(again.out).toBe('');
  });

  it('is alone on its database: a second instance ends with 75', async () => {
    const where = place();
    await run(where, telegram()).until(/the bot is up/);
    const second = run(where, telegram());
    expect(await second.exited).toBe(75);
    expect(second.err.trim().split('\n')).toHaveLength(1);
  });

  it('keeps the stored process until somebody accepts the changed one', async () => {
    const where = place();
    const env = telegram();
    await run(where, env).until(/the bot is up/);
    await runs[0]!.kill('SIGTERM').exited;
    const file = join(where, 'process.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('address: Weg 1', 'address: Gasse 2'));
    for (const args of [[], ['--accept-process']]) {
      const changed = run(where, env, args);
      await changed.until(/the bot is up/);
      expect(changed.out).toMatch(/Weg 1.*Gasse 2/);
      expect(/accept-process takes the new one/.test(changed.out)).toBe(args.length === 0);
      expect(await changed.kill('SIGTERM').exited).toBe(0);
    }
    const settled = run(where, env);
    await settled.until(/the bot is up/);
    expect(settled.out).not.toContain('Gasse');
  });

  it('lives by real time or by a virtual clock on one database, never by both', async () => {
    const where = place();
    const env = { ...telegram(), REHEARSAL_START: '2018-11-15T23:59:30+01:00' };
    const virtual = run(where, env).type('.zeit +1d\n');
    await virtual.until(/\[Uhr\] Freitag, 16\. November 2018/);
    expect(await virtual.kill('SIGTERM').exited).toBe(0);
    const real = run(where, telegram());
    expect(await real.exited).toBe(78);
    expect(real.err).toContain('was made in a rehearsal');
  });

  it('serves its health and the webhook', async () => {
    const where = place();
    const port = 20_000 + (process.pid % 20_000);
    const at = `http://127.0.0.1:${port}`;
    const bot = run(where, { ...telegram(), HTTP_ADDRESS: `127.0.0.1:${port}`, TELEGRAM_WEBHOOK_URL: `${at}/hook`, TELEGRAM_WEBHOOK_SECRET: 's'.repeat(32) });
    await bot.until(/the bot is up/);
    expect((await fetch(`${at}/readyz`)).status).toBe(200);
    expect((await fetch(`${at}/hook`, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(`${at}/other`)).status).toBe(404);
    expect(await bot.kill('SIGTERM').exited).toBe(0);
  });
});
