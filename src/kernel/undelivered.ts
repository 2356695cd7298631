import type { KernelRecords } from './records.ts';
import { instant, type Instant } from './time.ts';

/** Marker: promises that could not be kept and of which the office does not know yet, "<since>/<count>". */
const UNDELIVERED = 'undelivered';

/** So many promises could not be kept since then. */
export interface Undelivered {
  readonly since: Instant;
  readonly count: number;
}

/** What the office does not know of yet; null: nothing. */
export async function undelivered(records: KernelRecords): Promise<Undelivered | null> {
  const [since = '', count] = (await records.marker(UNDELIVERED))?.split('/') ?? [];
  return since === '' ? null : { since: instant(Number(since)), count: Number(count) };
}

/** One more promise that was not kept: never silently. */
export async function addUndelivered(records: KernelRecords, now: Instant): Promise<void> {
  const { since, count } = (await undelivered(records)) ?? { since: now, count: 0 };
  records.setMarker(UNDELIVERED, `${since}/${count + 1}`);
}

/** The office was told. */
export function clearUndelivered(records: KernelRecords): void {
  records.removeMarker(UNDELIVERED);
}
