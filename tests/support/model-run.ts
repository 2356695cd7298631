import Database from 'better-sqlite3';
import fc from 'fast-check';
import { durations } from '../../src/kernel/time.ts';
import { Stage } from './faults-stage.ts';
import type { Person } from './telegram/person.ts';
import type { WireUpdate } from './telegram/wire.ts';

const LABELS = { yes: 'Zusage', maybe: 'Vielleicht', no: 'Absage', plus: '+1 Person', minus: '−1 Person' } as const;
type Act = keyof typeof LABELS;

/** What one person has said, as anybody would remember it. */
interface Said {
  answer: 'ATTENDING' | 'MAYBE' | 'DECLINED';
  size: number;
  seat: 'NONE' | 'CONFIRMED' | 'WAITING' | 'OFFERED';
  order: number;
  until: number;
}

/** The event as a careful clerk with pencil and paper would keep it: no tallies, no versions, everything counted anew. */
class Model {
  readonly replies = new Map<string, Said>();
  capacity = 6;
  now = 0;
  private tickets = 0;

  get taken(): number {
    return [...this.replies.values()].reduce((sum, { seat, size }) => sum + (seat === 'CONFIRMED' || seat === 'OFFERED' ? size : 0), 0);
  }

  get line(): Said[] {
    return [...this.replies.values()].filter(({ seat }) => seat === 'WAITING').sort((a, b) => a.order - b.order);
  }

  press(who: string, act: Act): void {
    const before = this.replies.get(who);
    const comes = before?.answer === 'ATTENDING' ? before.size : null;
    if (act === 'no') return this.say(who, 'DECLINED', 1);
    if (act === 'maybe') return this.say(who, 'MAYBE', before?.size ?? 1);
    if (act === 'yes') return this.say(who, 'ATTENDING', before?.size ?? 1);
    const size = act === 'plus' ? (comes ?? 1) + 1 : (comes ?? 0) - 1;
    if (size >= 1) this.say(who, 'ATTENDING', size);
  }

  say(who: string, answer: Said['answer'], size: number): void {
    const before = this.replies.get(who);
    if (size > 20) return;
    if (before?.answer === answer && before.size === size && before.seat !== 'OFFERED') return;
    const after: Said = { answer, size, seat: 'NONE', order: 0, until: 0 };
    if (answer === 'ATTENDING') {
      const held = before?.seat === 'CONFIRMED' || before?.seat === 'OFFERED' ? before.size : 0;
      const ahead = this.line.filter((other) => other !== before && (before?.seat !== 'WAITING' || other.order < before.order)).length;
      const fits = size <= this.capacity - (this.taken - held);
      if (held > 0 && size > held && !(ahead === 0 && fits)) return;
      if (held === 0 && size > Math.max(1, this.capacity)) return;
      after.seat = held > 0 || (ahead === 0 && fits) ? 'CONFIRMED' : 'WAITING';
      if (after.seat === 'WAITING') after.order = before?.seat === 'WAITING' ? before.order : (this.tickets += 1);
    }
    this.replies.set(who, after);
    this.moveUp();
  }

  /** Nobody loses a seat; a waiting party larger than the whole event leaves the line. */
  seats(capacity: number): void {
    this.capacity = capacity;
    for (const waiting of this.line) if (waiting.size > capacity) Object.assign(waiting, { answer: 'MAYBE', seat: 'NONE' });
    this.moveUp();
  }

  moveUp(): void {
    for (const waiting of this.line) {
      if (waiting.size > this.capacity - this.taken) return;
      waiting.seat = waiting.size === 1 ? 'CONFIRMED' : 'OFFERED';
      waiting.until = this.now + durations.day;
    }
  }

  tick(ms: number): void {
    const target = this.now + ms;
    for (;;) {
      const offers = [...this.replies.values()].filter(({ seat, until }) => seat === 'OFFERED' && until <= target);
      const next = Math.min(...offers.map(({ until }) => until));
      if (offers.length === 0) break;
      this.now = next;
      for (const lapsed of offers.filter(({ until }) => until === next)) Object.assign(lapsed, { answer: 'MAYBE', seat: 'NONE' });
      this.moveUp();
    }
    this.now = target;
  }

  get tally(): Record<string, number> {
    const all = [...this.replies.values()];
    const persons = (wanted: Said['seat']): number => all.reduce((sum, { seat, size }) => sum + (seat === wanted ? size : 0), 0);
    const count = (is: (said: Said) => boolean): number => all.filter(is).length;
    return {
      attendingPersons: persons('CONFIRMED'), maybe: count(({ answer }) => answer === 'MAYBE'), declined: count(({ answer }) => answer === 'DECLINED'),
      waitingReplies: count(({ seat }) => seat === 'WAITING' || seat === 'OFFERED'), reservedPersons: persons('OFFERED'),
    };
  }

  /** Comparable with the database: places in line by rank, for numbers are nobody's business. */
  get lines(): string[] {
    const { line } = this;
    return [...this.replies].map(([who, said]) => `${who} ${said.answer} ${said.size} ${said.seat}${said.seat === 'WAITING' ? ` ${line.indexOf(said) + 1}` : ''}`).sort();
  }
}

/** The bot, the people who press, and how many steps were compared. */
interface Real {
  readonly stage: Stage;
  readonly people: ReadonlyMap<string, Person>;
  readonly count: { steps: number };
  readonly file: Database.Database;
  last: WireUpdate | null;
}

type Step = fc.AsyncCommand<Model, Real>;

/** Waits until the bot has come to rest, then holds the database against the model: every reply and every count. */
async function agree(model: Model, { stage, people, count, file }: Real, what: string): Promise<void> {
  await stage.settle();
  count.steps += 1;
  const accounts = new Map([...people].map(([name, { id }]) => [String(id), name]));
  const rows = file.prepare(REPLIES).all() as { account: string | null; name: string; answer: string; partySize: number; seat: string }[];
  let place = 0;
  const stored = rows.map(({ account, name, answer, partySize, seat }) => {
    const rank = seat === 'WAITING' ? ` ${(place += 1)}` : '';
    return `${account === null ? name : accounts.get(account)} ${answer} ${partySize} ${seat}${rank}`;
  });
  const tally = file.prepare(TALLY).get();
  const [wanted, found] = [
    { replies: model.lines, tally: model.tally },
    { replies: stored.sort(), tally: tally ?? { ...model.tally, attendingPersons: 0 } },
  ].map((each) => JSON.stringify(each, null, 1));
  if (wanted !== found) throw new Error(`after ${what}:\nthe model says ${wanted}\nthe database ${found}`);
  if (stage.fatal.length > 0) throw stage.fatal[0];
}

const REPLIES = `SELECT i.account, p.name, r.answer, r.partySize, r.seat FROM Rsvp r JOIN Person p ON p.id = r.personId
  LEFT JOIN ChatIdentity i ON i.personId = p.id WHERE r.eventKey = 'auftakt' ORDER BY r.waitOrder`;
const TALLY = `SELECT attendingPersons, maybe, declined, waitingReplies, reservedPersons FROM EventTally WHERE eventKey = 'auftakt'`;

const step = (name: string, run: (model: Model, real: Real) => Promise<void>, check: (model: Readonly<Model>) => boolean = () => true): Step => ({
  check,
  toString: () => name,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real, name);
  },
});

const names = ['Amira', 'Ben', 'Cem', 'Dora', 'Elif'];
const who = fc.constantFrom(...names);
const act = fc.constantFrom(...(Object.keys(LABELS) as Act[]));

function press(real: Real, name: string, label: Act): void {
  real.people.get(name)!.press(real.stage.card(), LABELS[label]);
  real.last = real.stage.telegram.pendingUpdates.at(-1) ?? real.last;
}

const onePress = fc.tuple(who, act).map(([name, label]) => step(`${name} presses ${label}`, async (model, real) => {
  press(real, name, label);
  model.press(name, label);
}));

const commands: fc.Arbitrary<Step>[] = [
  onePress,
  onePress,
  onePress,
  onePress,
  fc.tuple(who, act, who, act).map(([one, first, two, second]) => step(`${two} ${second} overtakes ${one} ${first}`, async (model, real) => {
    const release = real.stage.reverseUpdates();
    press(real, one, first);
    press(real, two, second);
    release();
    // The later one was delivered first.
    model.press(two, second);
    model.press(one, first);
  }, () => one !== two)),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('Frau Ka', 'Herr Mi')).map(([size, name]) => step(`the office enters ${size} for ${name}`, async (model, real) => {
    const unique = `${name}${'ABCDEFGHIJKLMNOP'[model.replies.size]}`;
    real.stage.officer.say(`/erfassen Telefon ${size} ${unique}`);
    model.say(unique, 'ATTENDING', size);
  }, (model) => model.replies.size < 12)),
  fc.integer({ min: 2, max: 12 }).map((seats) => step(`${seats} seats`, async (model, real) => {
    real.stage.officer.say(`/veranstaltung Plätze ${seats}`);
    model.seats(seats);
  })),
  fc.constantFrom(1, 7, 25).map((hours) => step(`${hours} hours pass`, async (model, real) => {
    await real.stage.move(`+${hours}h`);
    model.tick(hours * durations.hour);
  }, (model) => model.now < 20 * durations.day)),
  fc.constant(step('a crash', async (_model, real) => real.stage.crash())),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('before', 'inside', 'after'), who, act).map(([n, side, name, label]) => step(`a crash at call ${n} ${side} while ${name} presses ${label}`, async (model, real) => {
    await real.stage.arm({ n, side }, 'throw');
    press(real, name, label);
    model.press(name, label);
  })),
  fc.tuple(who, act).map(([name, label]) => step(`the last update comes again, then ${name} presses ${label}`, async (model, real) => {
    if (real.last !== null) real.stage.telegram.inject(real.last);
    press(real, name, label);
    model.press(name, label);
  })),
];

/** Random lives of one event, the same ones for the same seed. Answers how many steps were compared. */
export async function modelRun(options: { runs: number; commands: number; seed: number }): Promise<number> {
  const count = { steps: 0 };
  const property = fc.asyncProperty(fc.commands(commands, { maxCommands: options.commands, size: 'max' }), async (steps) => {
    const stage = await Stage.open({ event: { capacity: 6 } });
    const file = new Database(stage.file, { readonly: true });
    try {
      stage.officer.say(stage.group, '/hier');
      await stage.move('+5s');
      const people = new Map(names.map((name) => [name, stage.resident(name)]));
      await fc.asyncModelRun(() => ({ model: new Model(), real: { stage, people, count, file, last: null } }), steps);
    } finally {
      file.close();
      await stage.close();
    }
  });
  await fc.assert(property, { numRuns: options.runs, seed: options.seed, endOnFailure: true });
  return count.steps;
}
