import { setTimeout as delay } from 'node:timers/promises';
import { Method, type MatrixClient } from 'matrix-js-sdk';
import { failureOf } from './failure.ts';
import { within } from './session-http.ts';
import { isEvent, type RawEvent, type RawRoom } from './receive-sync.ts';

/** What a homeserver leaves out of one answer and we fetch, events a room. */
const MAX_MISSED = 1_000;
const PAGE = 100;

export interface Missed {
  /** Oldest first. */
  readonly events: readonly RawEvent[];
  /** There were more than we fetch, or the homeserver would not tell. */
  readonly cut: boolean;
}

interface Page {
  readonly chunk?: unknown;
  readonly end?: unknown;
}

/**
 * The events between `since`, where the last batch ended, and the first event of this one. Tries on while the homeserver
 * does not answer, because what is not heard now is never heard; rejects when aborted.
 */
export async function fillGap(client: MatrixClient, room: RawRoom, since: string, signal: AbortSignal): Promise<Missed> {
  const newestFirst: RawEvent[] = [];
  let from: unknown = room.gap;
  while (typeof from === 'string' && newestFirst.length < MAX_MISSED) {
    const page = await fetchPage(client, room.id, { dir: 'b', limit: String(Math.min(PAGE, MAX_MISSED - newestFirst.length)), from, to: since }, signal);
    if (page === null) return { events: newestFirst.toReversed(), cut: true };
    const events = Array.isArray(page.chunk) ? page.chunk.filter(isEvent) : [];
    newestFirst.push(...events);
    from = Array.isArray(page.chunk) && page.chunk.length > 0 ? page.end : undefined;
  }
  return { events: newestFirst.toReversed(), cut: typeof from === 'string' };
}

/** null: the homeserver refuses. */
async function fetchPage(client: MatrixClient, room: string, query: Record<string, string>, signal: AbortSignal): Promise<Page | null> {
  for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      return await client.http.authedRequest<Page>(Method.Get, `/rooms/${encodeURIComponent(room)}/messages`, query, undefined, within(60_000, signal));
    } catch (error) {
      const { status, retryAfter } = failureOf(error);
      if (status !== null && status < 500 && status !== 429) return null;
      await delay(retryAfter ?? wait, undefined, { signal });
    }
  }
}
