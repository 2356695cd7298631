/** HTML of our own making: escaped words inside the few elements below, which every client shows. */
export type Html = string & { readonly __brand: 'Html' };

/** The only elements we write, with `a` and `br` (https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes allows more). */
type Tag = 'strong' | 'em' | 'p' | 'ol' | 'ul' | 'li';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '<br>' };

/** Words as they are, whatever they are; a new line stays one. */
export function escaped(text: string): Html {
  return text.replace(/[&<>"'\n]/g, (character) => ENTITIES[character] ?? character) as Html;
}

export function element(tag: Tag, inner: Html): Html {
  return `<${tag}>${inner}</${tag}>` as Html;
}

/** @throws RangeError for an address that is not {@link isLinkable}: a bug on our side. */
export function anchor(href: string, label: string): Html {
  if (!isLinkable(href)) throw new RangeError('not a link that clients keep');
  return `<a href="${escaped(href)}">${escaped(label)}</a>` as Html;
}

export const join = (parts: readonly Html[], between: '' | '<br>' = ''): Html => parts.join(between) as Html;

/** Clients keep links of these kinds only; anything else is shown as words. */
export function isLinkable(href: string): boolean {
  return /^(https?:\/\/[^\s/\p{C}]|mailto:)[^\s\p{C}]*$/iu.test(href);
}
