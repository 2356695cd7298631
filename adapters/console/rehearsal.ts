import { durations, instant, type Instant } from '../../src/kernel/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Language } from '../../src/view/language.ts';
import type { Console } from './index.ts';
import { prefixed } from './render.ts';
import { parseLine, type Line, type Move } from './script.ts';

/** A clock that can be moved, everything due on the way happening in order. */
interface MovableClock extends Clock {
  /** 0: it stands until it is moved. */
  readonly speed: number;
  advanceTo(target: Instant, settle: () => Promise<void>): Promise<void>;
}

export interface RehearsalParts {
  /** null: the terminal only moves the clock. */
  readonly console: Console | null;
  readonly clock: MovableClock;
  /** Resolves when nothing is left to do until the clock moves or somebody speaks. */
  readonly idle: () => Promise<void>;
  readonly language: Language;
  readonly zone: string;
  readonly print: (line: string) => void;
}

/** The officer's name in the terminal. */
const OFFICE = 'amt';
/** Speaking a line takes so long, so that cards catch up. */
const SPEAKING = durations.second;
/** How often a clock that runs by itself is looked at. */
const GLANCE = 200;

/**
 * One line in, answers out. A line counts at the instant the clock shows; then a second passes. Everything that
 * happens while the clock is moved is printed under the time at which it happens.
 */
export class Rehearsal {
  private readonly parts: RehearsalParts;
  private readonly t: Language['t'];
  private told: Instant | null = null;

  constructor(parts: RehearsalParts) {
    this.parts = parts;
    this.t = (key, args) => parts.language.t(key, args);
  }

  /** The officer takes office, and the group gets the card of `eventKey`; then the welcome. */
  async open(code: string, eventKey: string | null): Promise<void> {
    const { console, idle, print } = this.parts;
    if (console === null) return this.clockOnly();
    await console.hear(OFFICE, 'private', { text: `/amt ${code}` });
    await idle();
    await console.join(OFFICE);
    await idle();
    if (eventKey !== null) await console.hear(OFFICE, 'group', { text: `/hier ${eventKey}` });
    await idle();
    console.screen.discard();
    for (const line of prefixed('Probe', this.t('console-welcome'))) print(line);
    this.tellTime();
    console.screen.showCards(`console:${console.group}`);
    this.flush();
  }

  /** Until the input ends, or `signal` says stop. */
  async run(lines: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
    const glance = this.parts.clock.speed > 0 ? setInterval(() => this.flush(), GLANCE) : undefined;
    try {
      for await (const line of lines) {
        if (signal.aborted) return;
        await this.obey(parseLine(line));
      }
    } finally {
      clearInterval(glance);
    }
  }

  private async obey(line: Line): Promise<void> {
    const { console } = this.parts;
    switch (line.kind) {
      case 'nothing':
        return;
      case 'problem':
        return this.say(this.t(line.key));
      case 'help':
        return console === null ? this.clockOnly() : this.say(this.t('console-help'));
      case 'time':
        return this.time(line.move);
      case 'people':
        return console === null ? this.clockOnly() : this.people(console);
      case 'cards':
        return console === null ? this.clockOnly() : this.cards(console);
      case 'say':
      case 'choice':
        if (console === null) return this.clockOnly();
        await console.hear(line.name, line.where, line.kind === 'say' ? { text: line.text } : { choice: line.text });
        await this.pass();
        return this.flush();
      default:
        return line satisfies never;
    }
  }

  private async time(move: Move | null): Promise<void> {
    const { clock, idle } = this.parts;
    const target = move === null ? clock.now() : 'to' in move ? move.to : instant(clock.now() + move.by);
    if (move !== null) {
      if (target < clock.now()) return this.say(this.t('console-time-past'));
      await clock.advanceTo(target, async () => {
        await idle();
        this.flush(durations.second);
      });
    }
    this.tellTime();
  }

  private people(console: Console): void {
    this.say([this.t('console-people'), ...console.people.map((name) => (name === OFFICE ? `${name} (${this.t('console-officer')})` : name))].join('\n'));
  }

  private cards(console: Console): void {
    if (console.screen.showCards() === 0) return this.say(this.t('console-no-cards'));
    this.flush();
  }

  /** Everything that was set off happens; a clock that stands moves on by the time a line takes. */
  private async pass(): Promise<void> {
    const { clock, idle } = this.parts;
    await idle();
    if (clock.speed === 0) await clock.advanceTo(instant(clock.now() + SPEAKING), idle);
  }

  /** The time stands above what is printed where at least `worth` has passed since it was told. */
  private flush(worth: number = durations.minute): void {
    const lines = this.parts.console?.screen.take() ?? [];
    if (lines.length === 0) return;
    if (this.told !== null && this.parts.clock.now() - this.told >= worth) this.tellTime();
    for (const line of lines) this.parts.print(line);
  }

  private tellTime(): void {
    const { clock, language, zone, print } = this.parts;
    const now = clock.now();
    this.told = now;
    const seconds = String(Math.floor(now / 1_000) % 60).padStart(2, '0');
    print(`[Uhr] ${language.date(now, zone)}, ${language.clock(now, zone)}:${seconds} (${zone})`);
  }

  private clockOnly(): void {
    this.say(this.t('console-clock-only'));
  }

  private say(text: string): void {
    for (const line of prefixed('Probe', text)) this.parts.print(line);
  }
}
