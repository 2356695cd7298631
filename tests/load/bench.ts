/**
 * The figures we hold ourselves to, measured on this machine: `npm run bench`, or a part of it with
 * `npm run bench -- --only presses,durable,stored,start,reminders`. The bot runs as it does at a town's, the strict fake Telegram
 * in another process. See docs/benchmarks.md.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { durablePresses } from './durable.ts';
import { busyMinute } from './presses.ts';
import { dueReminders } from './reminders.ts';
import { starting } from './starting.ts';
import { storedReplies } from './stored.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, rounds: { type: 'string', default: '3' } } });
const only = values.only?.split(',') ?? ['start', 'durable', 'stored', 'presses', 'reminders'];
const rounds = Number(values.rounds);

interface Line {
  readonly what: string;
  readonly found: string;
  /** null: printed beside, nothing is promised. */
  readonly wanted: string | null;
  readonly held: boolean;
}

const beside = (what: string, found: string): Line => ({ what, found, wanted: null, held: true });
const atMost = (what: string, found: number, most: number, unit: string, digits = 0): Line => ({ what, found: `${found.toFixed(digits)} ${unit}`, wanted: `≤ ${most} ${unit}`, held: found <= most });
const atLeast = (what: string, found: number, least: number, unit: string): Line => ({ what, found: `${Math.round(found)} ${unit}`, wanted: `≥ ${least} ${unit}`, held: found >= least });

/** Of Telegram's 30 a second. */
const OF_THE_LIMIT = 0.98;

const figures: Readonly<Record<string, () => Promise<Line[]>>> = {
  async start() {
    const [fresh, full, killed] = [await starting(5), await starting(5, { reminders: 100_000 }), await starting(5, { reminders: 100_000, killed: true })];
    const each = ({ times }: typeof fresh): Line => beside('  each', times.map((time) => time.toFixed(0)).join(' '));
    return [
      atMost('start to first update answered', fresh.median, 1_000, 'ms'), each(fresh),
      atMost('  with 100,000 stored reminders', full.median, 3_000, 'ms'), each(full),
      atMost('  and killed by SIGKILL each time before', killed.median, 3_000, 'ms'), each(killed),
    ];
  },
  async durable() {
    const found = await durablePresses(rounds);
    return [
      atLeast('durable presses, backlog of 10,000', found.ours, 1_500, '/s'),
      beside('  grammY with runner, no storage', `${Math.round(found.grammy)} /s`),
      beside('  Telegraf, no storage', `${Math.round(found.telegraf)} /s`),
      beside('  better-sqlite3 alone, same rows and commits', `${Math.round(found.raw)} /s`),
      beside('  processor time per press', `${found.cpuMsPerPress.toFixed(3)} ms`),
      atMost('RSS idle', found.rssIdle, 120, 'MB'),
      atMost('RSS after the backlog', found.rssAfter, 120, 'MB'),
      beside('  three seconds later', `${found.rssLater.toFixed(0)} MB`),
    ];
  },
  async stored() {
    const found = await storedReplies(1_000_000, 2 * rounds + 2);
    return [
      atMost('a press with 1,000,000 replies against 1,000: processor time', found.cpuRatio, 1.2, 'times', 2),
      atMost('  time to answer', found.wallRatio, 1.2, 'times', 2),
      beside('  processor time per press', `${found.cpuFew.toFixed(3)} and ${found.cpuMany.toFixed(3)} ms`),
    ];
  },
  async presses() {
    const found = await busyMinute();
    return [
      atMost('300 presses in 60 s: flood errors', found.floods, 0, ''),
      atMost('  sends and edits in the busiest 60 s', found.busiestMinute, 20, ''),
      atMost('  card true after the last press', found.cardTrueAfter, 1_500, 'ms'),
      atMost('  press to answer, p99', found.p99, 15, 'ms', 1),
      beside('  press to answer, p50 and longest', `${found.p50.toFixed(1)} and ${found.max.toFixed(1)} ms`),
      atMost('  unanswered', found.presses - found.answers, 0, ''),
      atMost('  calls Telegram would refuse', found.violations, 0, ''),
    ];
  },
  async reminders() {
    const found = await dueReminders();
    return [
      atMost('100,000 reminders, 10,000 due in one minute: claim of 200', found.claim, 20, 'ms', 1),
      beside('  slowest of twenty', `${found.slowestClaim.toFixed(1)} ms`),
      { ...atLeast('  handed over', found.perSecond, 30 * OF_THE_LIMIT, '/s'), found: `${found.perSecond.toFixed(2)} /s` },
      atMost('  flood errors', found.floods, 0, ''),
      beside('  most in any second', String(found.busiestSecond)),
      atMost('  meanwhile, answer to a typed command, longest', found.longestWait, 2_000, 'ms'),
      atMost('  meanwhile, press to answer, p99', found.p99, 250, 'ms'),
      beside('  RSS, most', `${found.rssMb.toFixed(0)} MB`),
      atMost('  calls Telegram would refuse', found.violations, 0, ''),
    ];
  },
};

const [cpu] = cpus();
console.log(`${cpus().length} × ${cpu?.model ?? 'unknown'}, Node ${process.versions.node}, ${process.platform}, ${new Date().toISOString().slice(0, 10)}\n`);
for (const name of only) {
  const figure = figures[name];
  if (figure === undefined) throw new Error(`there is no figure "${name}", only ${Object.keys(figures).join(', ')}`);
  for (const { what, found, wanted, held } of await figure()) {
    console.log(`${held ? ' ' : '!'} ${what.padEnd(64)} ${found.padStart(16)}   ${wanted ?? ''}`);
    if (!held) process.exitCode = 1;
  }
}
