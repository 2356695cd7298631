import { shortName } from '../../src/kernel/text.ts';
import type { Button } from '../../src/ports/messenger.ts';
import { cut, inert } from '../../src/view/inert.ts';
import { anchor, element, escaped, isLinkable, join, type Html } from './html.ts';

/** The same words twice: for clients that show plain text, and for those that show HTML. */
export interface Both {
  readonly text: string;
  readonly html: Html;
}

const MAX_BUTTONS = 60;
const MAX_LABEL_GRAPHEMES = 24;
/** A grapheme may be endless: labels are also cut to so many UTF-16 units, the second where the first is too much. */
const LABEL_UNITS = [64, 16] as const;
const MAX_BYTES = 8_000;
const MAX_SEEDS = 4;

/** The actions that can be chosen, in the order of their numbers: the kernel counts the same way. */
function choosable(buttons: readonly Button[]): Button[] {
  return buttons.filter(({ data }) => data !== null);
}

/**
 * A card's actions as numbered lines, links below them; null: there are none.
 *
 * @throws RangeError for buttons nobody could read: a bug on our side.
 */
export function legend(buttons: readonly Button[]): Both | null {
  if (buttons.length === 0) return null;
  if (buttons.length > MAX_BUTTONS) throw new RangeError(`${buttons.length} buttons, at most ${MAX_BUTTONS}`);
  const fitting = LABEL_UNITS.map((units) => drawn(buttons, units)).find((both) => byteLength(both) <= MAX_BYTES);
  if (fitting === undefined) throw new RangeError(`a legend of more than ${MAX_BYTES} bytes`);
  return fitting;
}

/** The reactions that are put under a fresh card: the keycaps of its first actions, 1️⃣ to 4️⃣. */
export function seeds(buttons: readonly Button[]): string[] {
  return choosable(buttons).slice(0, MAX_SEEDS).map((_, index) => `${index + 1}\uFE0F\u20E3`);
}

function drawn(buttons: readonly Button[], units: number): Both {
  const actions = choosable(buttons).map((button) => labelOf(button, units));
  const links = buttons.flatMap((button) => (button.url === null ? [] : [{ label: labelOf(button, units), url: linkOf(button.url) }]));
  const text = [...actions.map((label, index) => `${index + 1}. ${label}`), ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n');
  const list = actions.length === 0 ? [] : [element('ol', join(actions.map((label) => element('li', escaped(label)))))];
  const paragraph = links.length === 0 ? [] : [element('p', join(links.map(({ label, url }) => anchor(url, label)), '<br>'))];
  return { text, html: join([...list, ...paragraph]) };
}

function labelOf({ label }: Button, units: number): string {
  const text = cut(shortName(inert(label).replaceAll('\n', ' ').trim(), MAX_LABEL_GRAPHEMES), units);
  if (text === '') throw new RangeError('a button without a label');
  return text;
}

function linkOf(url: string): string {
  if (!isLinkable(url)) throw new RangeError('a button with a link that clients do not keep');
  return url;
}

/** As JSON, in which both travel. */
export function byteLength(both: Both): number {
  return Buffer.byteLength(JSON.stringify(both.text)) + Buffer.byteLength(JSON.stringify(both.html));
}
