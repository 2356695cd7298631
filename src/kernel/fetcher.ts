import type { Clock } from '../ports/clock.ts';
import type { Fetched, Messenger } from '../ports/messenger.ts';
import type { Store } from '../ports/store.ts';
import type { Actor } from './directory.ts';
import { DueLoop, type Due } from './due-loop.ts';
import type { FileKind, MissedWhy } from './feature.ts';
import { MOST_BYTES, type KeptFile } from './files.ts';
import { durations, instant, type Instant } from './time.ts';
import { noAftermath, Turn, type Aftermath, type House } from './turn.ts';
import type { Platform } from './update.ts';

/** A file is tried for so long. */
const PATIENCE = durations.day;
const FIRST_PAUSE = 2 * durations.second;
const LONGEST_PAUSE = 5 * durations.minute;

/**
 * Brings in the files that features have decided to keep. A decision writes down the wish; the bytes are fetched outside
 * of any transaction, one file at a time; a second commit keeps them and lets the feature go on. Killed in between, the
 * wish is still there and is fetched again.
 */
export class Fetcher {
  private readonly store: Store;
  private readonly house: House;
  private readonly clock: Clock;
  private readonly messengers: ReadonlyMap<Platform, Messenger>;
  private readonly kinds: ReadonlyMap<string, FileKind>;
  private readonly nobody: Actor;
  private readonly committed: (aftermath: Aftermath) => void;
  private readonly loop: DueLoop;
  private readonly stopped = new AbortController();

  constructor(parts: {
    store: Store;
    house: House;
    clock: Clock;
    messengers: ReadonlyMap<Platform, Messenger>;
    kinds: readonly FileKind[];
    nobody: Actor;
    committed: (aftermath: Aftermath) => void;
    onError: (error: unknown) => void;
  }) {
    this.store = parts.store;
    this.house = parts.house;
    this.clock = parts.clock;
    this.messengers = parts.messengers;
    this.kinds = new Map(parts.kinds.map((kind) => [kind.kind, kind]));
    this.nobody = parts.nobody;
    this.committed = parts.committed;
    this.loop = new DueLoop(parts.clock, () => this.next(), parts.onError);
  }

  /** There may be a file to fetch. */
  poke(): void {
    this.loop.poke();
  }

  get idle(): boolean {
    return this.loop.idle;
  }

  /** What is under way is broken off; it is fetched again after the next start. */
  stop(): void {
    this.stopped.abort();
    this.loop.stop();
  }

  private async next(): Promise<Due | null> {
    const file = await this.store.view((records) => records.files.nextFetch());
    return file?.fetchAt == null ? null : { at: file.fetchAt, run: () => this.bring(file) };
  }

  private async bring(file: KeptFile): Promise<void> {
    const messenger = this.messengers.get(file.platform);
    const fetched: Fetched = messenger === undefined ? { kind: 'notNow', retryAfter: null } : await messenger.download(file.reference, MOST_BYTES, this.stopped.signal);
    if (this.stopped.signal.aborted) return;
    const aftermath = noAftermath();
    await this.store.transact(async (unit) => {
      const now = this.clock.now();
      const wanted = await unit.files.file(file.id);
      // Somebody sent another in its place, or was forgotten.
      if (wanted?.state !== 'WANTED') return;
      const kind = this.kinds.get(wanted.subject.slice(0, wanted.subject.indexOf(':')));
      const turn = new Turn(this.house, unit, `file.${file.id}.${wanted.attempts}`, now, { at: now, after: now, received: now }, this.nobody, null, aftermath);
      if (fetched.kind === 'bytes') {
        const kept: KeptFile = { ...wanted, state: 'KEPT', reference: '', fetchAt: null };
        unit.files.putFile(kept);
        unit.files.putContent(kept.id, fetched.bytes);
        return kind?.arrived(turn, kept, fetched.bytes);
      }
      const why: MissedWhy | null = fetched.kind === 'never' ? fetched.why : now - wanted.createdAt >= PATIENCE ? 'GONE' : null;
      if (why === null) return unit.files.putFile({ ...wanted, attempts: wanted.attempts + 1, fetchAt: this.nextTry(wanted, fetched) });
      this.house.logger.warn({ platform: file.platform, why }, 'a file could not be fetched');
      unit.files.removeFile(wanted.id);
      return kind?.missed(turn, wanted, why);
    });
    this.committed(aftermath);
  }

  private nextTry({ attempts }: KeptFile, fetched: Fetched): Instant {
    const named = fetched.kind === 'notNow' ? fetched.retryAfter : null;
    return instant(this.clock.now() + (named ?? Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 10))));
  }
}
