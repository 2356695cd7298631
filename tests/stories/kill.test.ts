import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KICKOFF } from '../support/town.ts';
import { ProcessRun } from '../support/process-run.ts';
import { FakeTelegram } from '../support/telegram/server.ts';

let folder: string;
let telegram: FakeTelegram;
let run: ProcessRun;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  // A real minute has only sixty seconds to spare: the group's limits are another story's matter (S2).
  telegram = await FakeTelegram.start({ limits: { enabled: false }, keepCalls: 100_000 });
  const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
  const far = (text: string) => text.replaceAll('date: 2018-11-24', 'date: 2098-11-22').replaceAll('date: 2018-11-15', 'date: 2098-11-15');
  writeFileSync(join(folder, 'process.yaml'), far(readFileSync('process/moessingen.yaml', 'utf8')).replace(/operator:[^]*?\nmandate:/, operator));
});
afterEach(async () => {
  await run.kill('SIGKILL').exited;
  await telegram.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(): ProcessRun {
  run = new ProcessRun(folder, { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '', OFFICER_CODE: 'STEUERKREIS', LOG_LEVEL: 'warn' });
  return run;
}

it('S2 with kill -9 in the middle, again and again: nothing lost, nothing doubled, every tap of the living answered', async () => {
  start();
  const officer = telegram.user({ first_name: 'Ina', language_code: 'de' });
  officer.start();
  officer.say('/amt STEUERKREIS');
  const group = telegram.supergroup({ title: 'Zusammenleben', members: [officer] });
  await telegram.waitFor(() => telegram.screen(officer).some(({ text }) => text.startsWith('Willkommen im Amt')), { timeoutMs: 20_000 });
  officer.say('/veranstaltung Plätze 120');
  officer.say(group, '/hier');
  const card = await telegram.waitFor(() => telegram.screen(group).find(({ own, buttons }) => own && buttons.length > 3), { timeoutMs: 20_000 });

  const people = Array.from({ length: 300 }, (_, i) => telegram.user({ first_name: `Person${i}` }));
  for (const person of people) group.admit(person);
  let kills = 0;
  for (const [i, person] of people.entries()) {
    person.press(card, 'Zusage');
    if (i % 10 === 0) person.press(card, 'Zusage');
    // Five times, when some are in the inbox, some decided, some on their way.
    if (i % 60 === 45) {
      await telegram.waitFor(() => telegram.presses.filter(({ answer }) => answer !== undefined).length > i - 40, { timeoutMs: 20_000 }).catch(() => {});
      await run.kill('SIGKILL').exited;
      kills += 1;
      start();
    }
  }
  await telegram.waitFor(() => telegram.pendingUpdates.length === 0, { timeoutMs: 30_000 });
  const expected = '120 Personen (120 Zusagen) · 0 Vielleicht · 0 Absagen · 180 auf der Warteliste · 0 von 120 Plätzen frei';
  await telegram.waitFor(() => telegram.screen(group).find(({ text }) => text.includes(expected)), { timeoutMs: 30_000 });
  expect(kills).toBe(5);
  await run.kill('SIGTERM').exited;

  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true });
  const file = new Database(join(folder, 'copy', 'miteinander.db'));
  const count = (sql: string): number => (file.prepare(sql).get() as { n: number }).n;
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(count(`SELECT count(*) AS n FROM Rsvp WHERE eventKey = '${KICKOFF}'`)).toBe(300);
  expect(count(`SELECT count(*) AS n FROM Rsvp WHERE seat = 'CONFIRMED'`)).toBe(120);
  expect(count(`SELECT count(DISTINCT waitOrder) AS n FROM Rsvp WHERE seat = 'WAITING'`)).toBe(180);
  expect(count(`SELECT count(*) AS n FROM ChatIdentity`)).toBe(301);
  // Every press the platform was told to forget has its row, and it ended well (P1).
  expect(count(`SELECT count(*) AS n FROM Inbox WHERE state <> 'DONE'`)).toBe(0);
  expect(count(`SELECT count(*) AS n FROM Inbox`)).toBeGreaterThanOrEqual(telegram.presses.length);
  file.close();
  // One card in the group, not two.
  expect(telegram.screen(group).filter(({ own, buttons }) => own && buttons.length > 3)).toHaveLength(1);
  expect(telegram.violations).toEqual([]);
}, 120_000);
