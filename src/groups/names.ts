import { normalizeForCompare } from '../kernel/text.ts';
import type { WorkingGroup } from './records.ts';

/** A group's name as people may say it: "AG Wohnen", "Arbeitsgruppe Wohnen" and "Wohnen" are one. */
function bare(name: string): string {
  return normalizeForCompare(name).replace(/^(?:ag|die ag|arbeitsgruppe|working group(?: on)?) /u, '');
}

function isCalled(group: WorkingGroup, said: string): boolean {
  return [group.key, ...Object.values(group.title)].some((name) => bare(name) === said);
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
    const said = bare(words.slice(0, count).join(' '));
    const found = said === '' ? [] : groups.filter((group) => isCalled(group, said));
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
