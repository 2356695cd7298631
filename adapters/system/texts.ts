import { readdirSync, readFileSync } from 'node:fs';
import type { TextSources } from '../../src/view/language.ts';

/** The language of the process and of everybody we know nothing about. */
const FIRST = 'de';
const FOLDER = new URL('../../src/view/texts/', import.meta.url);

/** Every `<language>/*.ftl` in the folder, German first, then by name. */
export function readTexts(folder: URL = FOLDER): TextSources {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  languages.sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b, 'en'));
  return Object.fromEntries(languages.map((language) => [language, readLanguage(new URL(`${language}/`, folder))]));
}

function readLanguage(folder: URL): string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ftl')).sort();
  return files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
}
