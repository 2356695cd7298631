import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessRun } from './process-run.ts';
import { openReader, type Reader } from './reader.ts';
import type { Person } from './telegram/person.ts';
import type { Room } from './telegram/room.ts';
import { FakeTelegram } from './telegram/server.ts';

const OFFICER_CODE = 'STEUERKREIS';
const WORDS = { ATTENDING: 'Zusage', MAYBE: 'Vielleicht', DECLINED: 'Absage' } as const;
const ANSWERS = Object.keys(WORDS) as (keyof typeof WORDS)[];

/** The whole bot as its own process (src/main.ts) before the fake Telegram, by real clocks, with a card in a group. */
export class RealTown {
  readonly telegram: FakeTelegram;
  readonly folder: string;
  /** Update ids Telegram has had for us. */
  readonly updates: number[] = [];
  run!: ProcessRun;
  officer!: Person;
  group!: Room;
  /** What all its processes have written. */
  private written = '';
  private readonly env: Record<string, string>;

  private constructor(telegram: FakeTelegram, folder: string, env: Record<string, string>) {
    this.telegram = telegram;
    this.folder = folder;
    this.env = { TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml', HTTP_ADDRESS: '', OFFICER_CODE, LOG_LEVEL: 'debug', ...env };
    const { updates } = telegram.world;
    const inject = updates.inject.bind(updates);
    updates.inject = (update) => {
      this.updates.push(update.update_id);
      inject(update);
    };
  }

  static async open(options: { token?: string; env?: Record<string, string> } = {}): Promise<RealTown> {
    const folder = mkdtempSync(join(tmpdir(), 'real-'));
    // The group's limits are another story's matter (S2).
    const telegram = await FakeTelegram.start({ limits: { enabled: false }, ...(options.token === undefined ? {} : { token: options.token }) });
    const operator = 'operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }\n    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }\n\nmandate:';
    const far = readFileSync('process/moessingen.yaml', 'utf8').replaceAll('date: 2018-11-24', 'date: 2098-11-22').replaceAll('date: 2018-11-15', 'date: 2098-11-15');
    writeFileSync(join(folder, 'process.yaml'), far.replace(/operator:[^]*?\nmandate:/, operator));
    const town = new RealTown(telegram, folder, options.env ?? {});
    town.start();
    town.officer = telegram.user({ first_name: 'Ina', language_code: 'de' });
    town.officer.start();
    town.officer.say(`/amt ${OFFICER_CODE}`);
    town.group = telegram.supergroup({ title: 'Zusammenleben', members: [town.officer] });
    await telegram.waitFor(() => telegram.screen(town.officer).some(({ text }) => text.startsWith('Willkommen im Amt')), { timeoutMs: 30_000 });
    town.officer.say(town.group, '/hier');
    await telegram.waitFor(() => town.card, { timeoutMs: 20_000 });
    return town;
  }

  get card() {
    return this.telegram.screen(this.group).find(({ own, buttons }) => own && buttons.length > 3)!;
  }

  get output(): string {
    return this.written + this.run.out + this.run.err;
  }

  /** With the token that Telegram takes now. */
  start(): void {
    if (this.run !== undefined) this.written += this.run.out + this.run.err;
    this.run = new ProcessRun(this.folder, { ...this.env, TELEGRAM_BOT_TOKEN: this.telegram.token });
  }

  /** Starts; answers the ms until the bot asks Telegram for updates. */
  async startAndMeasure(): Promise<number> {
    const polls = (): number => this.telegram.calls('getUpdates').length + (this.telegram.world.updates.polling ? 1 : 0);
    await this.telegram.waitFor(() => !this.telegram.world.updates.polling, { timeoutMs: 2_000 }).catch(() => {});
    const before = polls();
    const begin = performance.now();
    this.start();
    await this.until(() => polls() > before, 30_000);
    return performance.now() - begin;
  }

  async until(what: () => boolean, timeoutMs: number): Promise<void> {
    for (const late = performance.now() + timeoutMs; !what(); ) {
      if (performance.now() > late) throw new Error(`in vain for ${timeoutMs} ms: ${String(what)}\n${this.output.slice(-2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** The database as it is now; of files a copy, as they lie there. */
  async read<T>(look: (reader: Reader) => Promise<T>): Promise<T> {
    const copy = mkdtempSync(join(tmpdir(), 'copy-'));
    const elsewhere = this.env['DATABASE_URL'];
    if (elsewhere === undefined) cpSync(join(this.folder, 'data'), copy, { recursive: true });
    const reader = await openReader(elsewhere ?? `file:${join(copy, 'miteinander.db')}`);
    try {
      return await look(reader);
    } finally {
      await reader.close();
      rmSync(copy, { recursive: true, force: true });
    }
  }

  /** Confirmed updates without their row in the inbox. */
  async lost(reader: Reader): Promise<number[]> {
    const pending = new Set(this.telegram.pendingUpdates.map(({ update_id }) => update_id));
    const confirmed = this.updates.filter((id) => !pending.has(id));
    const keys = new Set((await reader.all('SELECT "key" FROM "Inbox"')).map(({ key }) => Number(key)));
    return confirmed.filter((id) => !keys.has(id));
  }

  async close(): Promise<void> {
    await this.run.kill('SIGKILL').exited;
    await this.telegram.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Small and repeatable. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Presses stream while the bot is killed again and again at random times. After every kill the files are read: every
 * tap that was answered, and every update that was confirmed, is in them.
 */
export async function randomKills(kills: number, seed: number, env: Record<string, string> = {}): Promise<{ kills: number; presses: number; answered: number; confirmed: number; lost: number; damaged: number; restarts: number[]; miscounted: number }> {
  const town = await RealTown.open({ env: { LOG_LEVEL: 'warn', ...env } });
  const { telegram } = town;
  const random = dice(seed);
  const people = Array.from({ length: 60 }, (_, i) => {
    const person = telegram.user({ first_name: `Person${i}`, language_code: 'de' });
    town.group.admit(person);
    return { person, said: [] as { answer: keyof typeof WORDS; press: ReturnType<Person['press']> }[] };
  });
  const { card } = town;
  const stream = setInterval(() => {
    for (let i = 0; i < 2; i += 1) {
      const { person, said } = people[Math.floor(random() * people.length)]!;
      // One tap at a time, as people do: so the newest answered one and those after it are all the database may hold.
      if (said.length > 0 && said.at(-1)!.press.answer === undefined && said.at(-1)!.press.at > Date.now() - 2_000) continue;
      const answer = ANSWERS[Math.floor(random() * 3)]!;
      said.push({ answer, press: person.press(card, WORDS[answer]) });
    }
  }, 8);
  const restarts: number[] = [];
  const found = { lost: 0, damaged: 0, miscounted: 0 };
  const inspect = (): Promise<void> => {
    // What was answered by now is in what is read from now on.
    const newest = people.map(({ person, said }) => ({ person, said: [...said], answered: said.findLastIndex(({ press }) => press.answer !== undefined) }));
    return town.read(async (reader) => {
      if ((await reader.integrity()) !== 'ok') found.damaged += 1;
      found.lost += (await town.lost(reader)).length;
      const rows = await reader.all('SELECT i."account", r."answer" FROM "Rsvp" r JOIN "ChatIdentity" i ON i."personId" = r."personId"');
      const stored = new Map(rows.map(({ account, answer }) => [account, answer]));
      for (const { person, said, answered } of newest) {
        if (answered >= 0 && !said.slice(answered).some(({ answer }) => answer === stored.get(String(person.id)))) found.lost += 1;
      }
      const [tally] = await reader.all(`SELECT "attendingReplies" AS a, "maybe" AS m, "declined" AS d FROM "EventTally" WHERE "eventKey" = 'auftakt'`);
      const count = (answer: string): number => rows.filter((row) => row['answer'] === answer).length;
      if (tally !== undefined && (tally['a'] !== count('ATTENDING') || tally['m'] !== count('MAYBE') || tally['d'] !== count('DECLINED'))) found.miscounted += 1;
    });
  };
  try {
    for (let i = 0; i < kills; i += 1) {
      // Now and then in the middle of starting.
      await new Promise((resolve) => setTimeout(resolve, random() * 500));
      await town.run.kill('SIGKILL').exited;
      await inspect();
      if (i % 10 === 7) {
        town.start();
        await new Promise((resolve) => setTimeout(resolve, random() * 1_500));
        await town.run.kill('SIGKILL').exited;
        await inspect();
      }
      restarts.push(await town.startAndMeasure());
    }
    clearInterval(stream);
    await telegram.waitFor(() => telegram.pendingUpdates.length === 0, { timeoutMs: 60_000 });
    const undecided = (): Promise<number> => town.read(async (reader) => (await reader.all(`SELECT "key" FROM "Inbox" WHERE "state" <> 'DONE'`)).length);
    for (let tries = 0; (await undecided()) > 0 && tries < 60; tries += 1) await new Promise((resolve) => setTimeout(resolve, 500));
    await town.run.kill('SIGTERM').exited;
    await inspect();
    const undone = await undecided();
    const presses = telegram.presses.length;
    const answered = telegram.presses.filter(({ answer }) => answer !== undefined).length;
    return { kills: kills + Math.floor((kills + 2) / 10), presses, answered, confirmed: town.updates.length, ...found, lost: found.lost + undone, restarts };
  } finally {
    clearInterval(stream);
    await town.close();
  }
}
