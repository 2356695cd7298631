import { parseDuration, parseInstant, type Instant } from '../../src/kernel/time.ts';

/** One line of a rehearsal, understood. `problem` names a text key. */
export type Line =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'say' | 'choice'; readonly name: string; readonly where: Where; readonly text: string }
  | { readonly kind: 'time'; readonly move: Move | null }
  | { readonly kind: 'people' | 'cards' | 'help' }
  | { readonly kind: 'problem'; readonly key: string };

export type Where = 'group' | 'private';
export type Move = { readonly to: Instant } | { readonly by: number };

/** Longer lines are cut, as a messenger would. */
const MAX_LINE = 8_192;
/** A name may have spaces and dots ("Frau K."), but nothing that ends a room's id. */
const SPOKEN = /^\s*([\p{L}\p{N}][\p{L}\p{M}\p{N} .'’‌-]{0,63}?)\s*([:>])\s*(.*)$/su;
/** The group's own name: nobody can be called so. */
export const GROUP = 'Gruppe';

/**
 * `Amira: /zusage 2` speaks in the group, `Amira> /start` in private; a bare number presses that action of the newest
 * card there. `.` begins an order to the rehearsal itself, `#` a comment.
 */
export function parseLine(raw: string): Line {
  const line = raw.slice(0, MAX_LINE).trim();
  if (line === '' || line.startsWith('#')) return { kind: 'nothing' };
  if (line.startsWith('.')) return parseOrder(line);
  const [, name, mark, text] = SPOKEN.exec(line) ?? [];
  if (name === undefined || text === undefined) return { kind: 'problem', key: 'console-not-understood' };
  if (name.toLowerCase() === GROUP.toLowerCase()) return { kind: 'problem', key: 'console-group-is-no-person' };
  if (text === '') return { kind: 'problem', key: 'console-nothing-said' };
  const kind = /^\d{1,2}$/.test(text) ? 'choice' : 'say';
  return { kind, name: name.normalize('NFC'), where: mark === ':' ? 'group' : 'private', text };
}

function parseOrder(line: string): Line {
  const [, word, rest] = /^\.(\S*)\s*(.*)$/s.exec(line) ?? [];
  switch (word?.toLowerCase()) {
    case 'zeit':
      return parseTime(rest ?? '');
    case 'wer':
      return { kind: 'people' };
    case 'karten':
      return { kind: 'cards' };
    case 'hilfe':
      return { kind: 'help' };
    default:
      return { kind: 'problem', key: 'console-unknown-order' };
  }
}

function parseTime(text: string): Line {
  if (text === '') return { kind: 'time', move: null };
  const by = parseDuration(text);
  if (by !== null) return { kind: 'time', move: { by } };
  const to = parseInstant(text);
  if (to.ok) return { kind: 'time', move: { to: to.value } };
  return { kind: 'problem', key: to.error === 'NO_OFFSET' ? 'console-time-without-offset' : 'console-time-not-understood' };
}
