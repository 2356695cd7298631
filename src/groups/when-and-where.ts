import type { Result } from '../kernel/result.ts';
import { parseWhen, type When, type WhenProblem } from '../kernel/when.ts';
import { afterWords } from './names.ts';

/** Words that still belong to the time before them: "19 Uhr", "7 pm". */
const TIME_WORD = /^(?:uhr|h|pm|p\.m\.|am|a\.m\.)[.,;]?$/iu;
const MOST_WORDS = 20;

export interface WhenAndWhere {
  readonly when: When;
  /** What stands behind the time, as typed; empty: nothing. */
  readonly where: string;
}

/**
 * "Di 14.5. 19-21 Rathaus, Raum 12" → the time and the place. The time ends where reading on adds nothing to it, so
 * numbers in the place disturb nothing. What is wrong with the time is told for the whole text.
 */
export function readWhenAndWhere(text: string, context: { readonly zone: string; readonly today: string }): Result<WhenAndWhere, WhenProblem> {
  const words = text.trim().split(/\s+/u).slice(0, MOST_WORDS);
  let best: { when: When; count: number } | null = null;
  for (let count = 1; count <= words.length; count += 1) {
    const read = parseWhen(words.slice(0, count).join(' '), context);
    if (!read.ok) continue;
    const better = best === null || (best.when.end === null && read.value.end !== null);
    if (better || (count === best!.count + 1 && TIME_WORD.test(words[count - 1] ?? ''))) best = { when: read.value, count };
  }
  if (best === null) {
    const read = parseWhen(text, context);
    return read.ok ? { ok: true, value: { when: read.value, where: '' } } : read;
  }
  return { ok: true, value: { when: best.when, where: afterWords(text.trim(), best.count).replace(/^[,;:–-]+\s*/u, '') } };
}
