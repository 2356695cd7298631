/**
 * The process file: what a town announces, as one YAML text. Reading it is pure; a bad file is a value with
 * every problem's line and column, never an exception.
 */
import { LineCounter, parseDocument, visit } from 'yaml';
import { missingFacts, type MissingFact } from './facts.ts';
import { consistencyComplaints } from './file-checks.ts';
import { Places, schemaComplaints, type Problem } from './file-problems.ts';
import { processSchema, type ProcessFile } from './file-schema.ts';
import { nestsTooDeep, syntaxSentence, tellingErrors } from './file-syntax.ts';
import { isLanguage, type LanguageTag } from './languages.ts';

export type { Problem } from './file-problems.ts';
export { BUILT_IN_REMINDERS } from './file-schema.ts';
export type {
  ProcessEvent, ProcessFile, ReminderRule,
} from './file-schema.ts';

export type ProcessFileResult =
  | { readonly ok: true; readonly process: ProcessFile; readonly missing: readonly MissingFact[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `fileName` is only for the sentences, e.g. `process/moessingen.yaml`. */
export function parseProcessFile(text: string, fileName: string): ProcessFileResult {
  const lines = new LineCounter();
  const places = new Places(fileName, lines);
  const refuse = (...problems: Problem[]): ProcessFileResult => ({ ok: false, problems });

  if (nestsTooDeep(text)) {
    return refuse(places.atOffset(0, `brackets or indentation nest too deep for a process file; ${BEGIN}.`));
  }
  // Keys must be text, and warnings (unknown tags) are errors too: so the value is plain JSON.
  const options = { lineCounter: lines, prettyErrors: false, stringKeys: true, logLevel: 'error' } as const;
  const document = parseDocument(text, options);

  const unreadable = tellingErrors(document).map((error) =>
    places.atOffset(error.pos[0], syntaxSentence(error, text)));
  visit(document, {
    Alias: (_, { range, source }) => {
      const what = `*${source} refers to another place in the file`;
      unreadable.push(places.atOffset(range?.[0] ?? 0, `${what}; write the value out here instead.`));
    },
  });
  if (unreadable.length > 0) return refuse(...unreadable);
  if (document.contents === null) return refuse(places.atOffset(0, `the file is empty; ${BEGIN}.`));

  const file: unknown = document.toJS();
  const first = firstLanguage(document.getIn(['process', 'languages', 0]));
  const shaped = processSchema(first).safeParse(file);
  if (!shaped.success) return refuse(...places.of(document.contents, schemaComplaints(shaped.error.issues, file)));

  const process = shaped.data;
  const complaints = consistencyComplaints(process);
  if (complaints.length > 0) return refuse(...places.of(document.contents, complaints));
  return { ok: true, process, missing: missingFacts(process) };
}

const BEGIN = 'begin with a copy of process/vorlage.yaml';

/** Needed before the schema can read texts; a wrong value here is the schema's to report. */
const firstLanguage = (value: unknown): LanguageTag => (isLanguage(value) ? value : 'de');
