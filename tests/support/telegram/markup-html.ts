import { misuse } from './failure.ts';
import type { WireEntity } from './wire.ts';

const SIMPLE: Readonly<Record<string, string>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline',
  s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough', code: 'code', pre: 'pre', 'tg-spoiler': 'spoiler',
};
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const KNOWN = new Set([...Object.keys(SIMPLE), 'a', 'span', 'blockquote', 'tg-emoji', 'tg-time']);

interface Open {
  tag: string;
  at: number;
  entity: Omit<WireEntity, 'offset' | 'length'> | undefined;
}

const failed = (what: string): Error => misuse(`can't parse entities: ${what}`);

/** parse_mode HTML as TDLib reads it, with its error texts. Byte offsets in errors refer to the source. */
export function parseHtml(source: string): { text: string; entities: WireEntity[] } {
  let text = '';
  const entities: WireEntity[] = [];
  const stack: Open[] = [];
  const bytes = (at: number): number => Buffer.byteLength(source.slice(0, at));
  let at = 0;
  while (at < source.length) {
    const unit = source.charAt(at);
    if (unit === '&') {
      const reference = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/i.exec(source.slice(at, at + 16));
      const decoded = reference ? decode(reference) : undefined;
      text += decoded ?? unit;
      at += decoded === undefined ? 1 : (reference?.[0].length ?? 1);
      continue;
    }
    if (unit !== '<') {
      text += unit;
      at += 1;
      continue;
    }
    const start = at;
    const tag = /^<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>/i.exec(source.slice(at));
    if (!tag) {
      if (source.startsWith('</', at)) throw failed(`Unexpected end tag at byte offset ${bytes(start)}`);
      const word = /^<([^\s>]*)/.exec(source.slice(at))?.[1] ?? '';
      if (!source.includes('>', at)) throw failed(`Unclosed start tag at byte offset ${bytes(start)}`);
      throw failed(`Unsupported start tag "${word}" at byte offset ${bytes(start)}`);
    }
    at += tag[0].length;
    const name = (tag[2] ?? '').toLowerCase();
    if (tag[1] === '') {
      if (!KNOWN.has(name)) throw failed(`Unsupported start tag "${name}" at byte offset ${bytes(start)}`);
      stack.push({ tag: name, at: text.length, entity: opened(name, attributes(tag[3] ?? ''), bytes(start)) });
      continue;
    }
    const open = stack.pop();
    if (open === undefined) throw failed(`Unexpected end tag at byte offset ${bytes(start)}`);
    if (open.tag !== name)
      throw failed(`Unmatched end tag at byte offset ${bytes(start)}, expected "</${open.tag}>", found "</${name}>"`);
    const length = text.length - open.at;
    if (length === 0) continue;
    const entity = open.entity ?? bareLink(open.tag, text.slice(open.at));
    if (entity !== undefined) entities.push({ ...entity, offset: open.at, length });
  }
  const unclosed = stack.at(-1);
  if (unclosed) throw failed(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities: joinPreCode(entities) };
}

function decode(reference: RegExpExecArray): string | undefined {
  if (reference[3] !== undefined) return NAMED[reference[3].toLowerCase()];
  const point = reference[1] === undefined ? Number.parseInt(reference[2] ?? '', 16) : Number(reference[1]);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function attributes(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of source.matchAll(/([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?/gi)) {
    const raw = match[2] ?? match[3] ?? match[4] ?? '';
    found[(match[1] ?? '').toLowerCase()] = raw.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }
  return found;
}

function opened(tag: string, given: Record<string, string>, offset: number): Open['entity'] {
  const simple = SIMPLE[tag];
  if (simple !== undefined) {
    const language = tag === 'code' ? /^language-(.+)/.exec(given['class'] ?? '')?.[1] : undefined;
    return { type: simple, language };
  }
  if (tag === 'span') {
    if (given['class'] !== 'tg-spoiler') throw failed(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
    return { type: 'spoiler' };
  }
  if (tag === 'blockquote') return { type: 'expandable' in given ? 'expandable_blockquote' : 'blockquote' };
  if (tag === 'tg-emoji') return { type: 'custom_emoji', custom_emoji_id: given['emoji-id'] ?? '' };
  if (tag === 'tg-time') {
    const unix = Number(given['unix']);
    const format = given['format'] ?? '';
    if (!Number.isSafeInteger(unix) || given['unix'] === undefined) throw failed(`Invalid Unix time specified at byte offset ${offset}`);
    if (!/^(r|w?[dD]?[tT]?)$/i.test(format)) throw failed(`Invalid date-time format specified at byte offset ${offset}`);
    return { type: 'date_time', unix_time: unix, date_time_format: format === '' ? undefined : format };
  }
  const href = given['href'] ?? '';
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(href)?.[1];
  if (user !== undefined) return { type: 'text_mention', user: { id: Number(user), is_bot: false, first_name: '' } };
  return /^(https?|tg):\/\//i.test(href) ? { type: 'text_link', url: href } : undefined;
}

const bareLink = (tag: string, inner: string): Open['entity'] =>
  tag === 'a' && /^https?:\/\//i.test(inner) ? { type: 'text_link', url: inner } : undefined;

/** <pre><code class="language-x"> is one `pre` entity with a language. */
function joinPreCode(entities: WireEntity[]): WireEntity[] {
  return entities.flatMap((entity) => {
    const twin = (type: string): WireEntity | undefined =>
      entities.find((other) => other.type === type && other.offset === entity.offset && other.length === entity.length);
    if (entity.type === 'code' && twin('pre')) return [];
    if (entity.type === 'pre') return [{ ...entity, language: twin('code')?.language }];
    return entity.type === 'code' ? [{ ...entity, language: undefined }] : [entity];
  });
}
