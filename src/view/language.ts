import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { isolate } from '../kernel/text.ts';

/** A text written by a human, to be shown inside ours: isolated so that its direction cannot reorder the sentence. */
export class Human {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export const human = (text: string): Human => new Human(text);

export type TextArgs = Readonly<Record<string, string | number | Human>>;

/** One language: texts with their fallbacks, and how it writes dates, times and lists. */
export interface Language {
  readonly tag: string;
  /** The language's own name for itself. */
  readonly autonym: string;
  readonly direction: 'ltr' | 'rtl';
  /** The text for a key. A missing key is a bug: it throws, and a test walks all keys. */
  t(key: string, args?: TextArgs): string;
  has(key: string): boolean;
  /** "Samstag, 24. November 2018" */
  date(at: number, zone: string): string;
  /** "24.11.2018" */
  shortDate(at: number, zone: string): string;
  /** "Di., 14.5." */
  day(at: number, zone: string): string;
  /** "14:00" */
  clock(at: number, zone: string): string;
  /** The reader's version of a text that came from the process file. */
  pick(texts: Readonly<Record<string, string>>): string;
}

export interface Languages {
  readonly all: readonly Language[];
  readonly fallback: Language;
  /** The language for a tag we carry; the fallback otherwise. */
  of(tag: string | null): Language;
  /** Our tag for what a messenger or a person names ("de-AT", "English", "Leichte Sprache"); null when we do not carry it. */
  match(hint: string | null): string | null;
}

/** Fluent sources per language, in the order in which they are offered; the first is the process's own. */
export type TextSources = Readonly<Record<string, readonly string[]>>;

/** Where a text is missing in a language we look further here, then in the first language. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = { 'de-easy': ['de'] };
/** The locale whose dates and numbers a language uses. */
const LOCALES: Readonly<Record<string, string>> = { de: 'de-DE', 'de-easy': 'de-DE', en: 'en-GB' };
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

export function createLanguages(sources: TextSources): Languages {
  const bundles = new Map(Object.entries(sources).map(([tag, files]) => [tag, bundle(tag, files)]));
  const tags = [...bundles.keys()];
  const first = tags[0];
  if (first === undefined) throw new Error('no language given');
  const all = tags.map((tag) => createLanguage(tag, [tag, ...(FALLBACKS[tag] ?? []), first], bundles));
  const byTag = new Map(all.map((language) => [language.tag, language]));
  const fallback = all[0]!;
  const byName = new Map(all.flatMap((l) => [l.tag, l.autonym, ...l.t('language-also').split(',')].map((n) => [fold(n), l.tag] as const)));
  return {
    all,
    fallback,
    of: (tag) => (tag === null ? fallback : (byTag.get(tag) ?? fallback)),
    match: (hint) => (hint === null ? null : (byName.get(fold(hint)) ?? byName.get(fold(hint.split(/[-_]/)[0] ?? '')) ?? null)),
  };
}

const fold = (name: string): string => name.trim().toLowerCase();

/** Isolation marks are put around human text only (see Human), so that our own numbers and dates stay bare. */
function bundle(tag: string, files: readonly string[]): FluentBundle {
  const made = new FluentBundle(LOCALES[tag] ?? tag, { useIsolating: false });
  for (const file of files) {
    const errors = made.addResource(new FluentResource(file));
    if (errors.length > 0) throw new Error(`text given twice in ${tag}: ${String(errors[0]?.message)}`);
  }
  return made;
}

function createLanguage(tag: string, chain: readonly string[], bundles: ReadonlyMap<string, FluentBundle>): Language {
  const locale = LOCALES[tag] ?? tag;
  const formats = new Map<string, Intl.DateTimeFormat>();
  const format = (kind: string, zone: string, options: Intl.DateTimeFormatOptions) => (at: number) => {
    const key = `${kind} ${zone}`;
    let made = formats.get(key);
    if (made === undefined) formats.set(key, (made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })));
    return made.format(at);
  };
  const find = (key: string): { bundle: FluentBundle; pattern: NonNullable<ReturnType<FluentBundle['getMessage']>>['value'] } | null => {
    for (const link of chain) {
      const in_ = bundles.get(link);
      const message = in_?.getMessage(key);
      if (in_ !== undefined && message?.value != null) return { bundle: in_, pattern: message.value };
    }
    return null;
  };
  const language: Language = {
    tag,
    autonym: '',
    direction: RIGHT_TO_LEFT.has(tag) ? 'rtl' : 'ltr',
    has: (key) => find(key) !== null,
    t: (key, args = {}) => {
      const found = find(key);
      if (found?.pattern == null) throw new Error(`no text for "${key}" in ${tag}`);
      const errors: Error[] = [];
      const text = found.bundle.formatPattern(found.pattern, variables(args), errors);
      if (errors.length > 0) throw new Error(`text "${key}" in ${tag}: ${errors[0]!.message}`);
      return text;
    },
    date: (at, zone) => format('date', zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(at),
    shortDate: (at, zone) => format('short', zone, { day: '2-digit', month: '2-digit', year: 'numeric' })(at),
    day: (at, zone) => format('day', zone, { weekday: 'short', day: 'numeric', month: 'numeric' })(at),
    clock: (at, zone) => format('clock', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })(at),
    pick: (texts) => {
      for (const link of chain) if (texts[link] !== undefined) return texts[link];
      return Object.values(texts)[0] ?? '';
    },
  };
  return { ...language, autonym: language.t('language-name') };
}

function variables(args: TextArgs): Record<string, FluentVariable> {
  const entries = Object.entries(args).map(([key, value]) => [key, value instanceof Human ? isolate(value.text) : value] as const);
  return Object.fromEntries(entries);
}
