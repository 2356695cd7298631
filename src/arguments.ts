import { err, ok, type Result } from './kernel/result.ts';
import { nearest, shown } from './process/file-problems.ts';

const OPTIONS = ['--rehearse', '--accept-process'];

export interface Arguments {
  /** The rehearsal in the terminal, whatever the settings say. */
  readonly rehearse: boolean;
  /** A changed process file is taken over without a question. */
  readonly acceptProcess: boolean;
}

/** What was typed after `npm start --`; or one sentence. */
export function readArguments(typed: readonly string[]): Result<Arguments, string> {
  const stranger = typed.find((each) => !OPTIONS.includes(each));
  if (stranger === undefined) return ok({ rehearse: typed.includes('--rehearse'), acceptProcess: typed.includes('--accept-process') });
  const near = nearest(stranger, OPTIONS);
  return err(`${shown(stranger)} is no option of npm start; ${near === undefined ? `it knows ${OPTIONS.join(' and ')}.` : `did you mean ${near}?`}`);
}
