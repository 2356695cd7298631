import type { CallName, Limits, Outcome, Outgoing } from '../ports/messenger.ts';
import { budgetOf, Trouble, type Budget } from './pace.ts';
import { durations, instant, type Instant } from './time.ts';

/** Makes a call when its turn has come; null: it was not made and is to be prepared anew. */
export type Passage = (call: Outgoing, name: CallName) => Promise<Outcome | null>;

/** Reading, drawing and claiming take no longer, so that a call is ready when its turn comes, */
const LEAD = 150;
/** and so many at 30 a second are enough for that. */
const AHEAD = 6;

interface Standing {
  readonly rank: number;
  readonly open: (passed: boolean) => void;
}

/**
 * The last step before a messenger: what stands here is prepared and claimed, only the call is missing. The overall
 * budget lets one after the other through, the lower rank first. Invariants: nothing stands here while it could pass;
 * what was prepared before a pause, or before somebody was forgotten, never passes: it is turned back and prepared anew.
 */
export class Gate {
  readonly trouble = new Trouble();
  private readonly budget: Budget;
  private standing: readonly Standing[] = [];
  private epoch = 0;
  private closed = false;

  constructor({ overall }: Limits) {
    this.budget = budgetOf(overall);
  }

  /** From when on something may be prepared for it; `ahead`: so many are already. null: enough are. */
  preparesAt(now: Instant, ahead: number): Instant | null {
    // Where nothing gets through, one tries.
    const [most, lead] = this.trouble.any ? [1, 0] : [AHEAD, LEAD];
    return ahead >= most ? null : instant(this.budget.readyAt(now) - lead);
  }

  /** A place for what is prepared from now on: resolves when the call may be made ({@link admit}), false when it is turned back. */
  approach(rank: number): () => Promise<boolean> {
    const { epoch } = this;
    return () =>
      new Promise((open) => {
        if (this.closed || epoch !== this.epoch) open(false);
        else this.standing = [...this.standing, { rank, open }].sort((a, b) => a.rank - b.rank);
      });
  }

  /** Opens for all who may pass now. */
  admit(now: Instant): void {
    for (let next = this.standing[0]; next !== undefined && this.budget.readyAt(now) <= now; next = this.standing[0]) {
      this.standing = this.standing.slice(1);
      this.budget.begin(now);
      if (this.trouble.any) this.budget.pause(instant(now + durations.second));
      next.open(true);
    }
  }

  /** When the first who stand here may pass; null: nobody does. */
  opensAt(now: Instant): Instant | null {
    return this.standing.length === 0 ? null : this.budget.readyAt(now);
  }

  get stood(): number {
    return this.standing.length;
  }

  /** A call has ended: the platform saw it no later. */
  ended(at: Instant): void {
    this.budget.end(at);
  }

  /** Nothing passes before `until`. */
  pause(until: Instant): void {
    this.budget.pause(until);
    this.turnBack();
  }

  /** The clock was set back. */
  setBack(now: Instant): void {
    this.budget.setBack(now);
  }

  /** The end: nothing passes any more. */
  close(): void {
    this.closed = true;
    this.turnBack();
  }

  /** What was prepared may no longer be true. */
  turnBack(): void {
    const { standing } = this;
    this.standing = [];
    this.epoch += 1;
    for (const { open } of standing) open(false);
  }
}
