import { createHash } from 'node:crypto';
import type { RawBatch } from '../../src/ports/messenger.ts';

/** The kinds of update we read (https://core.telegram.org/bots/api#getupdates). */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;
/** Most updates one getUpdates call brings. */
export const BATCH_LIMIT = 100;

/** The update's number, or null where it cannot be read. */
function updateId(update: unknown): number | null {
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return null;
  const id = update.update_id;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : null;
}

/** Unique within the bot; what has no readable number is named by its content, so that it is stored once and judged later. */
export function rawUpdate(update: unknown): RawBatch['updates'][number] {
  const payload = written(withoutCard(update));
  const id = updateId(update);
  return { key: id === null ? `?${createHash('sha256').update(payload).digest('base64url')}` : String(id), payload };
}

/** As JSON. What is nested too deeply to be written down is not what Telegram sends: in its place stands what is refused, or it would come again for ever. */
function written(update: unknown): string {
  try {
    return JSON.stringify(update) ?? 'null';
  } catch {
    return 'null';
  }
}

/** A press brings along the whole card, which is ours: only where it hangs is kept, a tenth of the bytes. */
function withoutCard(update: unknown): unknown {
  const query = isObject(update) ? update['callback_query'] : undefined;
  const message = isObject(query) ? query['message'] : undefined;
  if (!isObject(update) || !isObject(query) || !isObject(message)) return update;
  const { text: _text, entities: _entities, reply_markup: _buttons, ...place } = message;
  return { ...update, callback_query: { ...query, message: place } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The offset after these updates. Their highest number counts, not the highest ever seen: after a quiet week Telegram
 * may go on from any number, and an offset above its queue would confirm nothing.
 */
export function nextOffset(updates: readonly unknown[], offset: number | null): number | null {
  const ids = updates.map(updateId).filter((id) => id !== null);
  return ids.length === 0 ? offset : Math.max(...ids) + 1;
}
