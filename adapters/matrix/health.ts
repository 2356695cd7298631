import { durations } from '../../src/kernel/time.ts';
import type { SessionHealth } from './session.ts';

/** So many messages nobody's key came for are no longer somebody's bad luck, */
const MANY = 5;
/** when nothing could be read for so long. */
const DEAF = durations.hour;

/**
 * Pure: being connected is not being able to read. Why the bot is deaf although the homeserver answers; null: it is not.
 * @param now ms since the epoch, by the machine's own clock
 */
export function whyDeaf(health: SessionHealth | null, now: number): string | null {
  if (health === null || health.unreadable < MANY) return null;
  if (health.lastDecrypted !== null && now - health.lastDecrypted < DEAF) return null;
  return `matrix: ${health.unreadable} messages cannot be read, and none could for an hour; see docs/matrix.md`;
}

/** The figures an operator watches, by name. */
export function figures(health: SessionHealth): Readonly<Record<string, number>> {
  const { unreadable, decrypted, undecryptable, dropped, invitesRefused, crossSigned, backedUp } = health;
  return { unreadable, decrypted, undecryptable, dropped, invitesRefused, crossSigned: Number(crossSigned), backedUp: Number(backedUp) };
}
