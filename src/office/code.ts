import { createHash } from 'node:crypto';

/** Codes are typed by people: case and separators do not matter. Only this hash is stored. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code.toUpperCase().replace(/[^A-Z0-9]/g, '')).digest('base64url');
}
