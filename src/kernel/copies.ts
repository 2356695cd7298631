import type { Unit } from '../ports/store.ts';
import type { OutboxRow } from './effect.ts';
import type { CardKind } from './feature.ts';
import type { Shown } from './planner.ts';
import type { CardCopy } from './records.ts';
import type { Instant } from './time.ts';

/** Writes down what became of a card that was to be posted, and lets its feature note what it has to. */
export class Copies {
  private readonly kinds: ReadonlyMap<string, CardKind>;

  constructor(kinds: ReadonlyMap<string, CardKind>) {
    this.kinds = kinds;
  }

  /** It is out, or nobody can know whether it is (`messageId` null). Answers the subject if that changed while it was on its way. */
  async out(unit: Unit, row: OutboxRow, messageId: string | null, shown: Shown, now: Instant): Promise<string | null> {
    const copy = await this.copyOf(unit, row);
    if (copy === null) return null;
    const out: CardCopy = { ...copy, messageId, shownVersion: shown.version, digest: shown.digest, editedAt: now, state: shown.open ? copy.state : 'CLOSED' };
    unit.kernel.putCard(out);
    await this.kinds.get(out.kind)?.posted?.(unit, out, now);
    return (await unit.kernel.subjectVersion(copy.subject)) > shown.version ? copy.subject : null;
  }

  /** It will never be out, or if it is, nobody knows. */
  async lost(unit: Unit, row: OutboxRow, now: Instant): Promise<void> {
    const copy = await this.copyOf(unit, row);
    // Posted before, as a second try found out.
    if (copy === null || copy.messageId !== null) return;
    const lost: CardCopy = { ...copy, state: copy.state === 'LIVE' ? 'LOST' : copy.state };
    unit.kernel.putCard(lost);
    const kind = this.kinds.get(lost.kind);
    await (row.state === 'UNKNOWN' ? kind?.posted?.(unit, lost, now) : kind?.lost?.(unit, lost, now));
  }

  private async copyOf(unit: Unit, { effect }: OutboxRow): Promise<CardCopy | null> {
    return effect.kind === 'POST' ? unit.kernel.card(effect.cardId) : null;
  }
}
