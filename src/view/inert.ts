/** What a messenger would do to a text, done by us first, so that what we send is what people see and offsets stay true. */

const WORD_JOINER = '\u2060';
/** TDLib clean_input_string, a good rule anywhere: control characters become spaces, CR and U+2028–202E vanish. */
// oxlint-disable-next-line no-control-regex -- the control characters are the subject
const CONTROLS = /[\u0000-\u0009\u000B\u000C\u000E-\u001F]/g;
const VANISHING = /[\r\u2028-\u202E]/g;

const EMAIL = String.raw`(?<![\w.+-])[\w.+-]*\w@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![\w@:\/?#&-])`;
const ADDRESS = String.raw`\d+(?:\.\d+){3,}`;
const DOMAIN_DOT = String.raw`(?<=[\p{L}\p{M}\p{N}_-])\.(?=\p{L}\p{M}*\p{L})`;
const APP_SCHEME = String.raw`(?<=\b(?:tg|ton|tonsite):)\/\/`;
const LINKABLE = new RegExp(`(?<email>${EMAIL})|(?<address>${ADDRESS})|@|${DOMAIN_DOT}|${APP_SCHEME}`, 'giu');

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Well-formed, and without the characters messengers replace or remove. */
export function clean(text: string): string {
  return text.toWellFormed().replace(CONTROLS, ' ').replace(VANISHING, '');
}

/**
 * {@link clean}, and no part of it becomes a mention or a link by itself: a word joiner (U+2060, invisible) stands
 * after every `@` and inside whatever looks like a web address. Links are made by link inlines only. An e-mail address
 * stays whole, for it pings nobody and people need to copy it.
 */
export function inert(text: string): string {
  return clean(text).replace(LINKABLE, (found, ...rest) => {
    const { email, address } = rest.at(-1) as { email?: string; address?: string };
    if (email !== undefined) return found;
    if (address !== undefined) return found.replaceAll('.', `.${WORD_JOINER}`);
    return found === '//' ? `${WORD_JOINER}//` : `${found}${WORD_JOINER}`;
  });
}

/** What must stand between two inert pieces so that they do not become a web address together. */
export function between(before: string, after: string): string {
  const end = before.slice(-8);
  const dotLast = /[\p{L}\p{M}\p{N}_-]\.\p{L}?\p{M}*$/u.test(end) && /^\p{L}/u.test(after);
  const dotFirst = /[\p{L}\p{M}\p{N}_-]$/u.test(end) && /^\.\p{L}/u.test(after);
  return dotLast || dotFirst ? WORD_JOINER : '';
}

/** The longest start of at most `units` UTF-16 units that ends between graphemes; `…` where something was cut. */
export function cut(text: string, units: number): string {
  if (text.length <= units) return text;
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, units + 64))) {
    if (index + segment.length > units - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
