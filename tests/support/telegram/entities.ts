import { misuse } from './failure.ts';
import { parseHtml } from './markup-html.ts';
import { parseMarkdownV2 } from './markup-markdown.ts';
import type { WireEntity } from './wire.ts';

export interface FormattedText {
  text: string;
  entities: WireEntity[];
}

/** Telegram computes these itself and ignores them in requests (Client.cpp get_text_entity_type). */
const AUTOMATIC = new Set(['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bank_card_number']);
/** Server limit on raw text before parsing, in bytes (Client.cpp get_formatted_text). */
const RAW_TEXT_BYTES = 1 << 15;
/** Entities beyond this number are silently dropped by Telegram; a correct bot stays below. */
const MAX_ENTITIES = 100;

/**
 * Text as Telegram would store it: markup parsed, control characters cleaned, outer white space trimmed, entities
 * checked against the bounds and the automatic ones added. Lengths are UTF-16 code units.
 */
export function formatText(raw: string, parseMode: string | undefined, given: WireEntity[] | undefined): FormattedText {
  if (Buffer.byteLength(raw) > RAW_TEXT_BYTES) throw misuse('text is too long');
  if (parseMode !== undefined && given !== undefined) throw misuse('schema: entities and parse_mode together; entities would be ignored');
  if ((given?.length ?? 0) > MAX_ENTITIES) throw misuse(`schema: more than ${MAX_ENTITIES} entities`);
  const mode = parseMode?.toLowerCase();
  if (mode !== undefined && mode !== 'html' && mode !== 'markdownv2') throw misuse('schema: legacy Markdown is not supported here');
  const parsed =
    mode === 'html' ? parseHtml(raw) : mode === 'markdownv2' ? parseMarkdownV2(raw) : { text: raw, entities: checked(raw, given ?? []) };
  const { text, entities } = trim(clean(parsed));
  return { text, entities: sorted([...entities, ...automatic(text, entities)]) };
}

function checked(text: string, given: WireEntity[]): WireEntity[] {
  const kept: WireEntity[] = [];
  for (const entity of given) {
    if (entity.offset < 0 || entity.offset > text.length)
      throw misuse(`entity begins after the end of the text at UTF-16 offset ${entity.offset}`);
    const end = entity.offset + entity.length;
    if (entity.length < 0 || end > text.length)
      throw misuse(`entity beginning at UTF-16 offset ${entity.offset} ends after the end of the text at UTF-16 offset ${end}`);
    if (splitsPair(text, entity.offset)) throw misuse(`entity begins in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, entity.offset)}`);
    if (splitsPair(text, end)) throw misuse(`entity ends in a middle of a UTF-16 symbol at byte offset ${bytesBefore(text, end)}`);
    if (entity.type === 'text_link' && !/^(https?:\/\/|tg:\/\/)./i.test(entity.url ?? '')) continue;
    if (entity.type === 'date_time') checkTime(entity);
    if (entity.length > 0 && !AUTOMATIC.has(entity.type)) kept.push(entity);
  }
  return kept;
}

/** `r`, or any of w d D t T once each, as in the documentation of date-time entity formatting. */
function checkTime(entity: WireEntity): void {
  const format = entity.date_time_format ?? '';
  if (entity.unix_time === undefined) throw misuse("can't parse MessageEntity: unix_time must be specified");
  if (format !== '' && !/^(r|w?[dD]?[tT]?)$/i.test(format)) throw misuse("can't parse MessageEntity: Invalid date-time format specified");
}

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));
const bytesBefore = (text: string, at: number): number => Buffer.byteLength(text.slice(0, at));

/** TDLib clean_input_string: control characters become spaces, CR and U+2028–202E vanish. */
// oxlint-disable-next-line no-control-regex -- the control characters are the subject
const UNCLEAN = /[\u0000-\u0009\u000b-\u001f\u2028-\u202e]/;
function clean(input: FormattedText): FormattedText {
  if (!UNCLEAN.test(input.text)) return input;
  let text = '';
  const moved: number[] = [];
  for (const unit of input.text.split('')) {
    moved.push(text.length);
    if (unit === '\r' || /[\u2028-\u202e]/.test(unit)) continue;
    text += UNCLEAN.test(unit) ? ' ' : unit;
  }
  moved.push(text.length);
  return { text, entities: reposition(input.entities, (offset) => moved[offset] ?? text.length) };
}

function trim(input: FormattedText): FormattedText {
  const left = input.text.length - input.text.trimStart().length;
  const text = input.text.trim();
  if (text.length === input.text.length) return input;
  return { text, entities: reposition(input.entities, (offset) => Math.min(Math.max(offset - left, 0), text.length)) };
}

function reposition(entities: WireEntity[], move: (offset: number) => number): WireEntity[] {
  return entities
    .map((entity) => {
      const offset = move(entity.offset);
      return { ...entity, offset, length: move(entity.offset + entity.length) - offset };
    })
    .filter((entity) => entity.length > 0);
}

const FINDERS: readonly [type: string, pattern: RegExp][] = [
  ['url', /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g],
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
  ['bot_command', /(?<![\w/])\/[A-Za-z0-9_]{1,32}(?:@\w{3,32})?/g],
  ['mention', /(?<![\w@/])@[A-Za-z]\w{3,31}/g],
  ['hashtag', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
];
const OPAQUE = new Set(['code', 'pre', 'text_link', 'text_mention', 'url', 'email', 'mention', 'custom_emoji']);

/** What Telegram recognises by itself; never inside code or links. */
export function automatic(text: string, taken: readonly WireEntity[]): WireEntity[] {
  const found: WireEntity[] = [];
  for (const [type, pattern] of FINDERS) {
    for (const match of text.matchAll(pattern)) {
      const candidate = { type, offset: match.index, length: match[0].length };
      const clash = [...taken, ...found].some(
        (other) => OPAQUE.has(other.type) && other.offset < candidate.offset + candidate.length && candidate.offset < other.offset + other.length,
      );
      if (!clash) found.push(candidate);
    }
  }
  return found;
}

const sorted = (entities: WireEntity[]): WireEntity[] =>
  entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length || a.type.localeCompare(b.type));
