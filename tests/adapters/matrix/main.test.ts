import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Account } from '../../support/matrix/accounts.ts';
import { Human } from '../../support/matrix/human.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';
import { ProcessRun } from '../../support/process-run.ts';
import { FakeTelegram } from '../../support/telegram/server.ts';

// Whole processes start and stop here.
vi.setConfig({ testTimeout: 90_000 });

const PATIENCE = 40_000;

onSynapse('the bot as a process on Matrix', (server) => {
  const runs: ProcessRun[] = [];
  const humans: Human[] = [];
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matrix-main-'));
    const text = readFileSync(resolve('process/moessingen.yaml'), 'utf8').replace(/ {4}operator:[^]*?\nmandate:/, [
      '    operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }',
      '    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }',
      '', 'mandate:',
    ].join('\n'));
    writeFileSync(join(folder, 'process.yaml'), text);
  });

  const run = (account: Account, env: Record<string, string> = {}): ProcessRun => {
    const settings = { MATRIX_HOMESERVER_URL: server().url, MATRIX_USER_ID: account.userId, MATRIX_PASSWORD: account.password, DATABASE_URL: `file:${join(folder, 'town.db')}`, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '', LOG_LEVEL: 'info' };
    const made = new ProcessRun(folder, { ...settings, ...env });
    runs.push(made);
    return made;
  };
  afterEach(async () => {
    for (const human of humans.splice(0)) human.stop();
    for (const each of runs.splice(0)) await each.kill('SIGKILL').exited;
    rmSync(folder, { recursive: true, force: true });
  });

  test('speaks Matrix only, shows the recovery key once and never in the log, makes the officer, goes on after a kill, refuses a second one', async () => {
    const account = await server().register('town', 'Miteinander');
    const first = run(account);
    const [, key = ''] = await first.until(/Wiederherstellungsschlüssel.*: ((?:\w{4} ){11}\w{4})/, PATIENCE);
    const [, code = ''] = await first.until(/\/amt ([A-Z0-9]{8})/, PATIENCE);
    await first.until(/"the bot is up"|the bot is up/, PATIENCE);
    expect(statSync(join(folder, 'matrix.db')).mode & 0o077).toBe(0);

    const officer = await Human.arrive(server(), 'ina', 'Ina');
    humans.push(officer);
    const direct = await officer.createRoom({ direct: true, invite: [account.userId] });
    await officer.until(() => officer.client.getRoom(direct)?.getMember(account.userId)?.membership === 'join', 'the bot in the direct room', PATIENCE);
    await officer.say(direct, `!amt ${code}`);
    const board = await officer.untilSees(direct, /Übersicht/, PATIENCE);
    expect(board.encrypted).toBe(true);

    const second = run(account);
    expect(await second.exited).toBe(75);
    expect(second.err).toMatch(/another|in use|locked/i);

    await first.kill('SIGKILL').exited;
    const again = run(account, { MATRIX_PASSWORD: '' });
    await again.until(/the bot is up/, PATIENCE);
    await officer.say(direct, '!kontakt');
    await officer.untilSees(direct, /Integrationsbeauftragte/, PATIENCE);
    expect(again.out).not.toContain(key);
    expect(await again.kill('SIGTERM').exited).toBe(0);
    for (const { err, out } of [first, again]) {
      const log = err + out.replace(/.*Wiederherstellungsschlüssel.*\n/, '');
      for (const secret of [account.password, account.accessToken, key, officer.userId, 'Ina']) expect(log).not.toContain(secret);
    }
  });

  test('with both messengers it lives on when the Telegram token is revoked, says so, and stops with 0; started again with the dead token it ends with 78', async () => {
    const account = await server().register('town', 'Miteinander');
    await using telegram = await FakeTelegram.start();
    const address = `127.0.0.1:${20_000 + (process.pid % 20_000) + 5}`;
    const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, HTTP_ADDRESS: address };
    const bot = run(account, env);
    await bot.until(/the bot is up/, PATIENCE);
    const ready = async (): Promise<string> => (await fetch(`http://${address}/readyz`)).text();
    await expect.poll(ready, { timeout: PATIENCE }).toBe('ok\n');
    telegram.revoke();
    await expect.poll(ready, { timeout: 10_000 }).toContain('TELEGRAM_BOT_TOKEN');
    expect((await fetch(`http://${address}/healthz`)).status).toBe(200);
    const asked = performance.now();
    expect(await bot.kill('SIGTERM').exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(bot.err.split('a messenger has lost us for good')).toHaveLength(2);
    const again = run(account, env);
    expect(await again.exited).toBe(78);
  });

  test.each([
    ['a wrong password', { MATRIX_PASSWORD: 'not this one' }, 'MATRIX_PASSWORD'],
    ['another account’s token', { MATRIX_PASSWORD: '', MATRIX_ACCESS_TOKEN: 'syt_not_a_token' }, 'MATRIX_ACCESS_TOKEN'],
  ])('%s ends the start with one sentence and 78', async (_what, env, named) => {
    const account = await server().register('town', 'Miteinander');
    const refused = run(account, env);
    expect(await refused.exited).toBe(78);
    expect(refused.err.trim().split('\n').at(-1)).toContain(named);
    for (const secret of ['not this one', 'syt_not_a_token', account.password]) expect(refused.err + refused.out).not.toContain(secret);
  });
});
