import { pino, type DestinationStream } from 'pino';
import type { Ids } from '../../src/ports/ids.ts';
import type { LogFields, Logger } from '../../src/ports/logger.ts';
import { createSanitise, safeError } from './sanitise.ts';

export interface LoggerOptions {
  /** One of pino's levels, or `silent`. */
  readonly level: string;
  readonly ids: Ids;
  readonly secrets: readonly string[];
  /** Default: standard error, written at once, so that the last words before an exit are not lost. */
  readonly destination?: DestinationStream;
}

/** Fields that would name somebody or give something away, should a caller forget the rule of the port. */
const FORBIDDEN = ['token', 'secret', 'password', 'authorization', 'name', 'username', 'text', 'payload', 'account', 'phone', 'email'];

/** JSON lines. Standard output stays free for what is meant for the operator's eyes. */
export function createLogger({ level, ids, secrets, destination = pino.destination({ fd: 2, sync: true }) }: LoggerOptions): Logger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: FORBIDDEN, censor: '[redacted]' } }, destination);
  const sanitise = createSanitise(secrets);
  const safe = (fields: LogFields): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, safeValue(value)]));
  const safeValue = (value: unknown): unknown => {
    if (typeof value === 'string') return sanitise(value);
    return typeof value === 'object' && value !== null ? '[object]' : value;
  };
  return {
    debug: (fields, message) => log.debug(safe(fields), sanitise(message)),
    info: (fields, message) => log.info(safe(fields), sanitise(message)),
    warn: (fields, message) => log.warn(safe(fields), sanitise(message)),
    bug: (error, message, fields = {}) => {
      const id = ids.id();
      log.error({ ...safe(fields), id, error: safeError(error, sanitise) }, sanitise(message));
      return id;
    },
  };
}
