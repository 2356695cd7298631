import { instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { hashOfCode } from '../office/code.ts';
import { GUESS_COUNTS, GUESSES, GUESSES_EACH, hashOfAccount } from './code.ts';
import type { LinkCode } from './records.ts';

/** The code, if it counts now; null for a wrong, late or used one. `too many`: not even looked at. */
export async function redeemable(turn: Turn, typed: string): Promise<LinkCode | 'too many' | null> {
  const guesses = await turn.unit.links.guesses(turn.now);
  const mine = hashOfAccount(turn.actor.platform, turn.actor.account);
  if (guesses.length >= GUESSES || guesses.filter(({ account }) => account === mine).length >= GUESSES_EACH) return 'too many';
  const code = await turn.unit.links.code(hashOfCode(typed));
  return code === null || code.expiresAt <= turn.now ? null : code;
}

/** A wrong code was typed: it counts for an hour, whoever typed it. */
export function countGuess(turn: Turn): void {
  const account = hashOfAccount(turn.actor.platform, turn.actor.account);
  turn.unit.links.putGuess({ id: turn.house.ids.id(), account, expiresAt: instant(turn.now + GUESS_COUNTS) });
  turn.planned();
}
