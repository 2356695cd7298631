import { createHash } from 'node:crypto';
import { SettingsProblem } from './ports/messenger.ts';
import type { Store } from './ports/store.ts';
import type { Instant } from './kernel/time.ts';
import { privacyOperatorComplete } from './process/facts.ts';
import { parseProcessFile, type ProcessFile } from './process/file.ts';
import { differences, importProcess } from './process/import.ts';

export interface Source {
  readonly file: ProcessFile;
  /** sha256 of the text. */
  readonly hash: string;
}

/** @throws SettingsProblem with every problem's place, one a line. */
export function readProcess(text: string, fileName: string): Source {
  const read = parseProcessFile(text, fileName);
  if (!read.ok) throw new SettingsProblem(read.problems.map(({ sentence }) => sentence).join('\n'));
  return { file: read.process, hash: createHash('sha256').update(text).digest('hex') };
}

/** @throws SettingsProblem where the information notice could not say who is responsible (GDPR Art. 13). */
export function demandOperator(file: ProcessFile, fileName: string): void {
  if (privacyOperatorComplete(file)) return;
  throw new SettingsProblem(`PROCESS_FILE ${fileName} does not say who is responsible for people's data (process.privacy); fill in the operator and the data protection officer, or rehearse with npm run rehearse.`);
}

export interface Accepting {
  readonly now: Instant;
  /** Shows what differs and answers whether the file is to replace what is stored. */
  readonly ask: (differences: readonly string[]) => Promise<boolean>;
}

/** The process the bot works by: the file's in an empty database, else the stored one until somebody accepts the file's. */
export async function takeProcess(store: Store, { file, hash }: Source, { now, ask }: Accepting): Promise<ProcessFile> {
  const stored = await store.view((records) => records.process.current());
  const found = stored === null ? [] : differences(stored.file, file);
  const sameText = stored?.sourceHash === hash;
  if (sameText && found.length === 0) return stored.file;
  // Nothing to ask about where only comments or spacing changed, or where a newer version reads more out of the same text.
  if (stored !== null && !sameText && found.length > 0 && !(await ask(found))) return stored.file;
  await store.transact((unit) => importProcess(unit, file, hash, now));
  return file;
}
