import type { Instant } from '../kernel/time.ts';
import type { ProcessFile } from './file.ts';

export interface ProcessImport {
  readonly key: string;
  /** sha256 of the file's bytes. */
  readonly sourceHash: string;
  readonly file: ProcessFile;
  readonly importedAt: Instant;
}

export interface ProcessRecords {
  current(): Promise<ProcessImport | null>;
  save(process: ProcessImport): void;
}
