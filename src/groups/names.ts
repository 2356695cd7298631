import { normalizeForCompare } from '../kernel/text.ts';
import type { WorkingGroup } from './records.ts';

/** What people may call a group: its key, its titles, and these without "AG" or "Arbeitsgruppe" before them. */
function namesOf(group: WorkingGroup): string[] {
  const full = [group.key, ...Object.values(group.title)].map(normalizeForCompare);
  const short = full.map((name) => name.replace(/^(?:ag|arbeitsgruppe|working group) /u, ''));
  return [...new Set([...full, ...short])].filter((name) => name !== '');
}

export interface Named {
  readonly group: WorkingGroup;
  /** What was understood as the name, and what follows it. */
  readonly raw: string;
  readonly rest: string;
}

/** The group whose name stands in front, the longest name first ("Bildung und Betreuung Di 14.5." → AG Bildung und Betreuung). */
export function namedIn(text: string, groups: readonly WorkingGroup[]): Named | null {
  const words = text.trim().split(/\s+/u).slice(0, 12);
  for (let count = words.length; count > 0; count -= 1) {
    const said = normalizeForCompare(words.slice(0, count).join(' '));
    const found = said === '' ? [] : groups.filter((group) => namesOf(group).includes(said));
    if (found.length === 1) return { group: found[0]!, raw: words.slice(0, count).join(' '), rest: afterWords(text.trim(), count) };
  }
  return null;
}

/** What stands behind the first `count` words, as it was typed. */
export function afterWords(text: string, count: number): string {
  let rest = text;
  for (let index = 0; index < count; index += 1) rest = rest.replace(/^\S+\s*/u, '');
  return rest;
}

/** A key for a group the office makes: "AG Wohnen" → `ag-wohnen`. Titles in other scripts get a number. */
export function keyFor(title: string, taken: readonly string[]): string {
  const words = normalizeForCompare(title).split(' ').filter((word) => /^[a-z0-9]+$/u.test(word));
  const named = words.length === 0 ? ['ag'] : words[0] === 'ag' ? words : ['ag', ...words];
  const base = named.join('-').slice(0, 32).replace(/-+$/u, '');
  if (base !== 'ag' && !taken.includes(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
}
