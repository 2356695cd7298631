import { GrammyError } from 'grammy';
import type { Fetched } from '../../src/ports/messenger.ts';
import type { Apis } from './api.ts';
import { outcomeOf } from './errors.ts';

/** Where it is comes first, and is true for an hour (https://core.telegram.org/bots/api#getfile); so it is asked each time. */
export async function fetchFile({ calls, download }: Apis, fileId: string, most: number, signal: AbortSignal): Promise<Fetched> {
  try {
    const { file_path: path, file_size: size } = await calls.getFile({ file_id: fileId }, signal as never);
    if (size !== undefined && size > most) return { kind: 'never', why: 'TOO_LARGE' };
    return path === undefined ? NOT_NOW : await download(path, most, signal);
  } catch (error) {
    return refused(error);
  }
}

/** Telegram hands out 20 MB at most, and says of what it cannot find that it may be so only for a while. */
function refused(error: unknown): Fetched {
  if (!(error instanceof GrammyError)) return NOT_NOW;
  if (error.error_code === 400 && /file is too big/i.test(error.description)) return { kind: 'never', why: 'TOO_LARGE' };
  if (error.error_code === 400 && !/temporarily unavailable/i.test(error.description)) return { kind: 'never', why: 'GONE' };
  const outcome = outcomeOf(error);
  return { kind: 'notNow', retryAfter: outcome.kind === 'notSent' ? outcome.retryAfter : null };
}

const NOT_NOW: Fetched = { kind: 'notNow', retryAfter: null };
