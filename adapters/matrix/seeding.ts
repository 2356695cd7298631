import { durations, type Instant } from '../../src/kernel/time.ts';
import type { Button, CallName } from '../../src/ports/messenger.ts';
import { seeds } from './legend.ts';
import { annotation } from './outbound.ts';
import type { Session } from './wire.ts';

/** So long after the homeserver refused a call for its rate, nothing is sent that nobody would miss. */
const CALM = durations.minute;

/**
 * Puts the first numbers under a fresh card as reactions, so that one tap answers. They are decoration: nobody waits for
 * them, none is tried twice, and they are the first thing to be left out where the homeserver limits us.
 */
export class Seeding {
  private readonly now: () => Instant;
  private limitedAt: Instant | null = null;
  private under: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(now: () => Instant) {
    this.now = now;
  }

  /** The homeserver refused a call for its rate. */
  limited(): void {
    this.limitedAt = this.now();
  }

  plant(session: Pick<Session, 'send'>, room: string, event: string, buttons: readonly Button[], name: CallName): void {
    this.under = this.under.then(async () => {
      for (const [index, key] of seeds(buttons).entries()) {
        if (this.ended || this.isStrained()) return;
        try {
          await session.send(room, 'm.reaction', annotation(event, key), `${name.id}.r${index + 1}`);
        } catch {
          return this.limited();
        }
      }
    });
  }

  /** Plants nothing more after this resolves. */
  async end(): Promise<void> {
    this.ended = true;
    await this.under;
  }

  private isStrained(): boolean {
    return this.limitedAt !== null && this.now() - this.limitedAt < CALM;
  }
}
