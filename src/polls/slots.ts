import { err, ok, type Result } from '../kernel/result.ts';
import { durations, instant, localDate, type Instant } from '../kernel/time.ts';
import { parseWhen, splitWhens, type WhenProblem } from '../kernel/when.ts';

/** A poll with more dates than this finds nobody who reads them. */
export const MAX_SLOTS = 60;
/** A date typed without an end lasts as long as the one before it in the list, else so long. */
const USUAL = 2 * durations.hour;
/** Nobody plans a meeting longer ahead: a year typed wrong is told. */
const FARTHEST = 2 * 366 * durations.day;

export interface Span {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export type SlotProblem =
  | { readonly kind: 'WHEN'; /** the part of the list that was meant, as typed */ readonly given: string; readonly problem: WhenProblem }
  | { readonly kind: 'PASSED' | 'TWICE' | 'TOO_FAR'; readonly given: string }
  | { readonly kind: 'TOO_MANY'; readonly count: number }
  | { readonly kind: 'NONE' };

/**
 * Reads a list of dates: "Di 14.5. 19–21, Do 16.5. 19 Uhr", "nächsten Dienstag 19-21; 16 May 7pm". The first thing that
 * is not right is told; nothing of the list is taken then. By start.
 * @param known spans the poll has already, so that no slot stands in it twice
 */
export function parseSlots(text: string, context: { readonly zone: string; readonly now: Instant; readonly known?: readonly Span[] }): Result<Span[], SlotProblem> {
  const parts = splitWhens(text);
  if (parts.length === 0) return err({ kind: 'NONE' });
  const known = context.known ?? [];
  if (parts.length + known.length > MAX_SLOTS) return err({ kind: 'TOO_MANY', count: parts.length + known.length });
  const today = localDate(context.now, context.zone);
  const spans: Span[] = [];
  let length: number = USUAL;
  for (const given of parts) {
    const read = parseWhen(given, { zone: context.zone, today });
    if (!read.ok) return err({ kind: 'WHEN', given, problem: read.error });
    const { start, end } = read.value;
    if (start <= context.now) return err({ kind: 'PASSED', given });
    if (start > context.now + FARTHEST) return err({ kind: 'TOO_FAR', given });
    if (end !== null) length = end - start;
    const span = { startAt: start, endAt: instant(start + length) };
    if ([...known, ...spans].some((each) => each.startAt === span.startAt && each.endAt === span.endAt)) return err({ kind: 'TWICE', given });
    spans.push(span);
  }
  return ok(spans.sort((a, b) => a.startAt - b.startAt));
}
