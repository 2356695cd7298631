/**
 * The languages a process file may speak. `de-easy` is plain German (einfache Sprache),
 * a language of its own here. Whoever adds a code adds its texts under src/view/texts too.
 */
export const LANGUAGES = ['de', 'de-easy', 'en', 'tr', 'ar', 'fa', 'uk', 'sq'] as const;

export type LanguageTag = (typeof LANGUAGES)[number];

/** One text in one or more languages. The process's first language is always among them. */
export type Text = { readonly [L in LanguageTag]?: string };

export const isLanguage = (value: unknown): value is LanguageTag =>
  LANGUAGES.some((language) => language === value);
