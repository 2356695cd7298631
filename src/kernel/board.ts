import { createHash } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';
import type { Messenger, Outgoing } from '../ports/messenger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Drawer, Drawing } from './draw.ts';
import type { Passage } from './gate.ts';
import type { Recorder } from './recorder.ts';
import type { CardCopy } from './records.ts';
import { durations } from './time.ts';
import { splitRoom, type Platform, type RoomId } from './update.ts';

/** Enough of a copy to know where it hangs. */
type Hung = Pick<CardCopy, 'id' | 'room' | 'personId'>;

/** The copy is still behind and is to be drawn again, `after` so many ms. */
export interface StillBehind {
  readonly after: number;
}

/**
 * Which copy of a card hangs where, and which is behind. Invariant: a copy's digest and version are written only
 * when the messenger confirmed what they describe, so a crash or an outage can only make us draw once too often.
 */
export class Board {
  private readonly store: Store;
  private readonly clock: Clock;
  private readonly messengers: ReadonlyMap<Platform, Messenger>;
  private readonly drawer: Drawer;
  private readonly recorder: Recorder;
  private readonly metrics: Metrics;
  private readonly hung = new Map<string, readonly Hung[]>();
  private recasts = 0;

  constructor(store: Store, clock: Clock, messengers: ReadonlyMap<Platform, Messenger>, drawer: Drawer, recorder: Recorder, metrics: Metrics) {
    this.store = store;
    this.clock = clock;
    this.messengers = messengers;
    this.drawer = drawer;
    this.recorder = recorder;
    this.metrics = metrics;
  }

  /** Copies that were behind when we stopped. */
  behind(): Promise<CardCopy[]> {
    return this.store.view((records) => records.kernel.staleCards(10_000));
  }

  async copiesOf(subject: string): Promise<readonly Hung[]> {
    const known = this.hung.get(subject);
    if (known !== undefined) return known;
    const { recasts } = this;
    const copies = (await this.store.view((records) => records.kernel.cardsOf(subject))).map(({ id, room, personId }) => ({ id, room, personId }));
    // A copy that was hung up meanwhile may be missing here.
    if (recasts === this.recasts) this.hung.set(subject, copies);
    return copies;
  }

  /** A copy of this subject was added, moved or taken down. */
  recast(subjects: Iterable<string>): void {
    this.recasts += 1;
    for (const subject of subjects) this.hung.delete(subject);
  }

  /** Draws the copy from the committed state and edits it in place, if that changes anything. */
  async redraw(cardId: string, passage: Passage): Promise<StillBehind | null> {
    const seen = await this.store.view(async (records) => {
      const copy = await records.kernel.card(cardId);
      if (copy?.state !== 'LIVE' || copy.messageId === null) return null;
      // Sent away from the group: the copy is drawn when we are let in again.
      if ((await records.kernel.room(copy.room))?.state === 'LEFT') return null;
      const version = await records.kernel.subjectVersion(copy.subject);
      return { copy, version, drawing: await this.drawer.draw(records, copy, this.clock.now()) };
    });
    const messenger = seen === null ? undefined : this.messengers.get(splitRoom(seen.copy.room).platform);
    if (seen === null || messenger === undefined) {
      this.metrics.editsSaved(1);
      return null;
    }
    const { copy, version, drawing } = seen;
    const messageId = copy.messageId!;
    const digest = drawing === null ? null : digestOf(drawing);
    // A poll stands as it was asked, whatever is touched, until it is ended.
    if (drawing !== null && (digest === copy.digest || (drawing.poll !== null && drawing.poll !== 'ENDED'))) {
      await this.confirm(copy.id, { shownVersion: version });
      this.metrics.editsSaved(1);
      return null;
    }
    const outcome = await passage(
      changeOf(copy.room, messageId, drawing),
      { id: createHash('sha256').update(`${copy.id} ${version} ${digest}`).digest('base64url'), firstMade: null },
    );
    if (outcome === null) return { after: 0 };
    this.metrics.outcome(messenger.platform, drawing === null ? 'DELETE' : 'EDIT', outcome.kind);
    switch (outcome.kind) {
      case 'sent':
        await this.confirm(copy.id, { shownVersion: version, digest, editedAt: this.clock.now(), state: drawing?.open === true ? 'LIVE' : 'CLOSED' });
        return null;
      case 'refused':
        if (outcome.reason === 'KICKED') await this.leave(copy.room);
        else await this.confirm(copy.id, { state: 'LOST' });
        return null;
      case 'moved':
        return null;
      case 'notSent':
        return { after: outcome.retryAfter ?? durations.second };
      case 'unknown':
        return { after: 2 * durations.second };
      default:
        return outcome satisfies never;
    }
  }

  private async leave(id: RoomId): Promise<void> {
    await this.recorder.write(async (unit) => {
      const room = await unit.kernel.room(id);
      if (room !== null) unit.kernel.putRoom({ ...room, state: 'LEFT' });
    });
  }

  private async confirm(id: string, change: Partial<CardCopy>): Promise<void> {
    await this.recorder.write(async (unit) => {
      const now = await unit.kernel.card(id);
      if (now === null) return;
      unit.kernel.putCard({ ...now, ...change });
      if (change.state !== undefined && change.state !== 'LIVE') this.hung.delete(now.subject);
    });
  }
}

/** The call that makes a message show the drawing; null: what it showed is gone. */
function changeOf(room: RoomId, messageId: string, drawing: Drawing | null): Outgoing {
  if (drawing === null) return { op: 'delete', room, messageId };
  const { document, buttons, poll } = drawing;
  return poll === 'ENDED' ? { op: 'endPoll', room, messageId, document } : { op: 'edit', room, messageId, document, buttons };
}

export function digestOf(drawing: Drawing): string {
  return createHash('sha256').update(JSON.stringify([drawing.document, drawing.buttons])).digest('base64url');
}
