import { existsSync, readFileSync } from 'node:fs';

/** Brings what `.env` says into the environment; what is set there already stays. Answers one sentence where it cannot be read; null: all well. */
export function loadEnvFile(path = '.env'): string | null {
  if (!existsSync(path)) return null;
  try {
    // UTF-16, as some editors write it: every name would be another one.
    if (readFileSync(path).includes(0)) return `${path} is no text in UTF-8; save it as UTF-8 without BOM.`;
  } catch (error) {
    return `${path} cannot be read (${(error as NodeJS.ErrnoException).code}); make it a text file this user can read, or remove it.`;
  }
  process.loadEnvFile(path);
  return null;
}
