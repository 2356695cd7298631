import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Decision } from '../ports/metrics.ts';
import type { Store, Unit } from '../ports/store.ts';
import { BatchLoop } from './batch-loop.ts';
import type { Actor } from './directory.ts';
import type { Hearing } from './hearing.ts';
import type { InboxRow } from './records.ts';
import { durations, instant, type Instant } from './time.ts';
import { noAftermath, Turn, type Aftermath, type House } from './turn.ts';
import type { Decoded, Platform, Update } from './update.ts';


/** So many updates share one commit at the most. */
const BATCH = 256;

interface Decided {
  readonly row: InboxRow;
  readonly decoded: Decoded;
}

/**
 * The ONE way in: a committed inbox row becomes a decision. State, outbox and the row's mark are written in one
 * transaction (P2); a batch of rows shares the commit, but not its fate: a row whose handling fails is undone alone,
 * marked DEAD with an error id, and the next one goes on.
 */
export class Pipeline {
  readonly loop: BatchLoop<InboxRow>;
  private readonly store: Store;
  private readonly house: House;
  private readonly clock: Clock;
  private readonly messengers: ReadonlyMap<Platform, Messenger>;
  private readonly hearing: Hearing;
  private readonly committed: (aftermath: Aftermath) => void;

  constructor(
    store: Store,
    house: House,
    clock: Clock,
    messengers: ReadonlyMap<Platform, Messenger>,
    hearing: Hearing,
    committed: (aftermath: Aftermath) => void,
    onError: (error: unknown) => void,
  ) {
    this.store = store;
    this.house = house;
    this.clock = clock;
    this.messengers = messengers;
    this.hearing = hearing;
    this.committed = committed;
    this.loop = new BatchLoop<InboxRow>(BATCH, (rows) => this.handle(rows), onError);
  }

  /** Rows that were committed but not decided before the last stop. */
  async recover(): Promise<void> {
    for (;;) {
      const rows = await this.store.view((records) => records.kernel.pendingInbox(BATCH));
      if (rows.length === 0) return;
      await this.handle(rows);
    }
  }

  private async handle(rows: readonly InboxRow[]): Promise<void> {
    const decided = rows.map((row) => ({ row, decoded: this.decode(row) }));
    const decisions: Decision[] = [];
    const aftermath = await this.store.transact(async (unit) => {
      decisions.length = 0;
      await this.hearing.prefetch(unit, decided.flatMap((each) => (each.decoded.kind === 'update' ? [each.decoded.update] : [])));
      const all = noAftermath();
      for (const each of decided) decisions.push(await this.decide(unit, each, all));
      return all;
    });
    for (const [index, { platform, receivedAt }] of rows.entries()) this.house.metrics.decided(platform, decisions[index]!, this.clock.now() - receivedAt);
    this.committed(aftermath);
  }

  private decode(row: InboxRow): Decoded {
    const messenger = this.messengers.get(row.platform);
    return messenger === undefined ? { kind: 'ignored', why: 'messenger off' } : messenger.decode(row.payload);
  }

  private async decide(unit: Unit, { row, decoded }: Decided, all: Aftermath): Promise<Decision> {
    if (decoded.kind !== 'update') {
      if (decoded.kind === 'malformed') this.house.logger.warn({ platform: row.platform, why: decoded.why }, 'update refused: not what the platform allows');
      unit.kernel.markInbox(row.seq, decoded.kind === 'malformed' ? 'REFUSED' : 'DONE', row.attempts, null);
      return decoded.kind === 'malformed' ? 'refused' : 'ignored';
    }
    const own = noAftermath();
    try {
      await unit.attempt(async () => {
        const turn = await this.turn(unit, row, decoded.update, own);
        await this.hearing.hear(turn, decoded.update);
      });
      unit.kernel.markInbox(row.seq, 'DONE', row.attempts, null);
      append(all, own);
      return 'done';
    } catch (error) {
      const problem = this.house.logger.bug(error, 'an update could not be handled');
      unit.kernel.markInbox(row.seq, 'DEAD', row.attempts + 1, problem);
      append(all, await this.apologise(unit, row, decoded.update, problem));
      return 'dead';
    }
  }

  private async apologise(unit: Unit, row: InboxRow, update: Update, problem: string): Promise<Aftermath> {
    const own = noAftermath();
    const turn = await this.turn(unit, row, update, own);
    if (turn.actor.kind === 'person') turn.answer(turn.t('bug', { id: problem }));
    return own;
  }

  private async turn(unit: Unit, row: InboxRow, update: Update, aftermath: Aftermath): Promise<Turn> {
    const now = this.clock.now();
    const actor: Actor = await this.house.directory.identify(unit, update.sender, update.place, now);
    const when = { at: plausible(update.at, row), after: row.queuedSince, received: row.receivedAt };
    return new Turn(this.house, unit, `in.${row.seq}`, instant(now), when, actor, update, aftermath);
  }
}

function append(all: Aftermath, own: Aftermath): void {
  all.effects.push(...own.effects);
  all.touched.push(...own.touched);
  for (const subject of own.recast) all.recast.add(subject);
  all.duePlanned ||= own.duePlanned;
  all.wanted ||= own.wanted;
  all.erased ||= own.erased;
}

/** So long an update may travel between the servers of a messenger. */
const TRAVEL = 10 * durations.minute;

/** Some messengers repeat what the sender's own server says; nobody can answer before they were heard or after they were. */
function plausible(at: Instant | null, { queuedSince, receivedAt }: InboxRow): Instant | null {
  return at === null ? null : instant(Math.min(Math.max(at, queuedSince - TRAVEL), receivedAt));
}
