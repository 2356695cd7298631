import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchFakeTelegram, type RemoteTelegram } from '../support/telegram/remote.ts';
import type { RemoteStats } from '../support/telegram/run.ts';
import type { FakeTelegramOptions } from '../support/telegram/server.ts';
import { Child } from './child.ts';

const ROOT = new URL('../../', import.meta.url);
const MAIN = new URL('src/main.ts', ROOT);
const REFERENCE = new URL('process/moessingen.yaml', ROOT);
const CODE = 'BENCH234';

/** Residents say yes, perhaps and no about as they do in life. */
export const buttonOf = (index: number): string => (index % 10 < 7 ? 'Zusage' : index % 10 < 9 ? 'Vielleicht' : 'Absage');

/**
 * The kick-off's group before the presses: the fake Telegram in one process, the bot as operators start it in another
 * (`node src/main.ts`, real clock, SQLite file), an officer, residents, and the card in the group.
 */
export class BenchTown {
  readonly telegram: RemoteTelegram;
  readonly folder: string;
  readonly residents: readonly number[];
  readonly group: number;
  card = 0;
  private readonly env: Readonly<Record<string, string>>;

  private constructor(telegram: RemoteTelegram, folder: string, residents: readonly number[], group: number) {
    this.telegram = telegram;
    this.folder = folder;
    this.residents = residents;
    this.group = group;
    this.env = {
      TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.url, PROCESS_FILE: 'process.yaml',
      DATABASE_URL: `file:${this.database}`, OFFICER_CODE: CODE, HTTP_ADDRESS: '', LOG_LEVEL: 'warn',
    };
  }

  static async open(residents: number, options: Omit<FakeTelegramOptions, 'clock'> = {}): Promise<BenchTown> {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    writeFileSync(join(folder, 'process.yaml'), processFile());
    const telegram = await launchFakeTelegram(options);
    const [officer = 0, ...people] = (await telegram.ask({ do: 'users', count: residents + 1, language: 'de' })) as number[];
    const group = (await telegram.ask({ do: 'room', kind: 'supergroup', members: [officer, ...people], title: 'Zusammenleben in Mössingen' })) as number;
    const town = new BenchTown(telegram, folder, people, group);
    const bot = await town.startBot();
    for (const text of ['/start', `/amt ${CODE}`]) await telegram.ask({ do: 'say', texts: [{ user: officer, text }] });
    await telegram.ask({ do: 'say', chat: group, texts: [{ user: officer, text: '/hier' }] });
    town.card = await until(async () => (await town.screen()).find(({ text }) => text.startsWith('Zusammenleben'))?.id);
    await bot.stop();
    return town;
  }

  get database(): string {
    return join(this.folder, 'bench.db');
  }

  /** The bot as it runs at the town's. Resolves when it hears. */
  async startBot(): Promise<Child> {
    const bot = this.spawnBot();
    await Promise.race([this.listening(), bot.failed]);
    return bot;
  }

  spawnBot(options: { probed?: boolean } = {}): Child {
    return new Child(MAIN, { folder: this.folder, env: this.env, execArgv: nodeArguments(), ...options });
  }

  /** Another program on the same Telegram. */
  async startRival(program: string): Promise<Child> {
    const rival = new Child(new URL(program, import.meta.url), { folder: this.folder, env: { TOKEN: this.telegram.token, API_ROOT: this.telegram.url } });
    await rival.said(/polling/);
    await this.listening();
    return rival;
  }

  /** Someone waits for updates. */
  async listening(): Promise<void> {
    await until(async () => ((await this.telegram.ask({ do: 'stats' })) as RemoteStats).polling);
  }

  async press(presses: readonly { user: number; button: string }[], overMs = 0): Promise<void> {
    await this.telegram.ask({ do: 'press', chat: this.group, message: this.card, presses: [...presses], overMs });
  }

  /** Of the group; null: of all chats. */
  async stats(chat: number | null = this.group): Promise<RemoteStats> {
    return (await this.telegram.ask(chat === null ? { do: 'stats' } : { do: 'stats', chat })) as RemoteStats;
  }

  async screen(): Promise<{ id: number; text: string }[]> {
    return (await this.telegram.ask({ do: 'screen', chat: this.group })) as { id: number; text: string }[];
  }

  /** Presses all at once and waits for the last answer. */
  async backlog(presses: readonly { user: number; button: string }[]): Promise<RemoteStats> {
    await this.telegram.ask({ do: 'reset' });
    await this.press(presses);
    return this.answered(presses.length);
  }

  /** So many presses have been answered since the last reset. */
  async answered(count: number): Promise<RemoteStats> {
    return until(async () => {
      const stats = await this.stats();
      return stats.answers === count ? stats : undefined;
    }, 100);
  }

  async close(): Promise<void> {
    await this.telegram.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Node's arguments in `npm start`; for profiles more of them: BENCH_NODE_ARGS="--cpu-prof --cpu-prof-dir=…". */
function nodeArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { scripts: { start: string } };
  const [, ...own] = scripts.start.split(' ').slice(0, -1);
  const more = process.env['BENCH_NODE_ARGS'] ?? '';
  return [...own, ...more.split(' ')].filter((argument) => argument !== '').map((argument) => argument.replace(/^\.\//, ROOT.href));
}

/** The reference process with an operator, its kick-off on a Saturday some weeks from now. */
function processFile(): string {
  const day = new Date(Date.now() + 60 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  const operator = ['    operator: { name: Stadt, address: Weg 1, email: stadt@example.org, phone: null }', '    dataProtectionOfficer: { name: null, email: dsb@example.org, phone: null }', '', 'mandate:'];
  const around = { '2018-11-24': day.toISOString().slice(0, 10), 2018: String(day.getUTCFullYear() - 1), 2019: String(day.getUTCFullYear() + 1) };
  const moved = readFileSync(REFERENCE, 'utf8').replace(/2018-11-24|2018|2019/g, (date) => around[date as keyof typeof around]);
  return moved.replace(/ {4}operator:[^]*?\nmandate:/, operator.join('\n'));
}

/** The first truthy answer. */
export async function until<T>(look: () => Promise<T>, everyMs = 20, patienceMs = 120_000): Promise<NonNullable<T>> {
  for (const late = performance.now() + patienceMs; ; ) {
    const found = await look();
    if (found) return found;
    if (performance.now() > late) throw new Error(`waited ${patienceMs} ms in vain for ${String(look)}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
