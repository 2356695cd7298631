import { createHash } from 'node:crypto';
import { durations } from '../kernel/time.ts';

/**
 * Why eight characters are enough. A code is drawn evenly from 31 characters: 31⁸ ≈ 8.5·10¹¹ codes (39.6 bits). In any
 * hour the whole installation looks at no more than GUESSES wrong ones, an account at GUESSES_EACH; beyond that right
 * and wrong codes are refused alike. While 100 codes are alive at once (each lives ten minutes), one guess hits with
 * 100 / 8.5·10¹¹ ≈ 1.2·10⁻¹⁰, and all guesses that fit into a year (876,000) hit any of them with about 10⁻⁴; the code of
 * one given person, alive for ten minutes, with at most 100 / 8.5·10¹¹ ≈ 1.2·10⁻¹⁰.
 */
export const CODE_LIVES = 10 * durations.minute;
export const GUESSES = 100;
export const GUESSES_EACH = 5;
export const GUESS_COUNTS = durations.hour;

/** Who guessed, without saying so: counted for an hour, also for people we know nothing about. */
export function hashOfAccount(platform: string, account: string): string {
  return createHash('sha256').update(`${platform}|${account}`).digest('base64url').slice(0, 22);
}

/** "K7QM-2XPA" is easier to read out than eight characters in a row. */
export function readable(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
