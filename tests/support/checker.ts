import { existsSync, readFileSync } from 'node:fs';
import type { Stage } from './faults-stage.ts';
import { openReader, type Reader } from './reader.ts';

/** What a run left behind, comparable with another run's: no ids, no instants, people by their names. */
export interface Trace {
  /** Every table that holds state, row by row. */
  readonly state: readonly string[];
  /** Every message the bot brought into the world, `chat|text`; cards by their first line. */
  readonly sent: readonly string[];
  /** What people see at the end, `chat|text|buttons`. */
  readonly seen: readonly string[];
}

/** What a checker has found wrong (nothing, in a good run), and what it had to excuse: messages twice or not at all. */
export interface Verdict {
  readonly wrong: readonly string[];
  readonly confirmed: number;
  readonly twice: number;
  readonly missing: number;
}

/** Tables that are not state but the way to it. */
const NOT_STATE = ['Inbox', 'Outbox', 'Cursor', 'Subject', 'Marker', 'ProcessImport', '_prisma_migrations', 'sqlite_sequence', 'Invitation'];
const INSTANT = /(At|Until)$/;
/** As made by the port of ids. */
const ID = /(?<![\w-])[\w-]{16}(?![\w-])/g;
/** Instants and codes inside longer texts. */
const MOMENT = /(?<!\d)1[45]\d{11}(?!\d)/g;
const CODE = /\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/g;
/** The question before somebody is forgotten. */
const FORGETTING = /\|\[card\] Möchten Sie alles löschen/;
const BEHIND = `SELECT "room", "messageId", "subject" FROM "Card" c WHERE "state" = 'LIVE' AND ("messageId" IS NULL OR "shownVersion" < (SELECT "version" FROM "Subject" s WHERE s."id" = c."subject"))`;
const SENDS = new Set(['sendMessage', 'sendDocument', 'sendPoll']);

export async function traceOf(stage: Stage): Promise<Trace> {
  return reading(stage, (reader) => traced(stage, reader));
}

async function reading<T>(stage: Stage, look: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = await openReader(stage.url);
  try {
    return await look(reader);
  } finally {
    await reader.close();
  }
}

async function traced(stage: Stage, reader: Reader): Promise<Trace> {
  return { state: await stateOf(reader), sent: sentOf(stage), seen: seenOf(stage) };
}

async function stateOf(reader: Reader): Promise<string[]> {
  const known = await reader.all('SELECT p."id", coalesce(i."account", p."name", p."id") AS known FROM "Person" p LEFT JOIN "ChatIdentity" i ON i."personId" = p."id"');
  const people = new Map(known.map((row) => [String(row['id']), String(row['known'])]));
  const cell = (value: unknown): unknown => (typeof value !== 'string' ? value : [...people].reduce((text, [id, name]) => text.replaceAll(id, `<${name}>`), value).replace(ID, '#').replace(MOMENT, '#'));
  const lines: string[] = [];
  for (const name of await reader.tables()) {
    if (NOT_STATE.includes(name)) continue;
    for (const row of await reader.all(`SELECT * FROM "${name}"`)) {
      const kept = Object.entries(row).filter(([column]) => !INSTANT.test(column) && !['shownVersion', 'digest', 'messageId'].includes(column) && (column !== 'id' || ['Room', 'Event'].includes(name)));
      lines.push(`${name} ${JSON.stringify(Object.fromEntries(kept.map(([column, value]) => [column, cell(value)])))}`);
    }
  }
  return lines.sort();
}

const lineOf = (text: unknown, withButtons: boolean): string => (withButtons ? `[card] ${String(text).split('\n')[0]}` : String(text)).replace(CODE, 'CODE');

function sentOf(stage: Stage): string[] {
  return stage.telegram
    .calls()
    .filter((call) => SENDS.has(call.method) && call.applied && call.error === undefined)
    .map(({ method, params }) => `${String(params['chat_id'])}|${lineOf(params['text'] ?? method, params['reply_markup'] !== undefined)}`)
    .sort();
}

function seenOf(stage: Stage): string[] {
  const { telegram } = stage;
  return [...telegram.world.chats.keys()]
    .flatMap((chat) => telegram.screen(chat).filter(({ own }) => own).map(({ text, buttons, document }) => `${chat}|${document === undefined ? text.replace(CODE, 'CODE') : 'sendDocument'}|${buttons.join(' ')}`))
    .sort();
}

const chatOf = (room: unknown): string => String(room).replace(/^telegram:|\/.*$/g, '');

/** What is in `left` and not in `right`, counted. */
function without(left: readonly string[], right: readonly string[]): string[] {
  const rest = [...right];
  return left.filter((each) => {
    const found = rest.indexOf(each);
    if (found >= 0) rest.splice(found, 1);
    return found < 0;
  });
}

/**
 * Reads the platform's ledger and the database after everything has settled. P1: whatever was confirmed has one row and
 * ended well. P2: the state is the one of an undisturbed run. P4: every duplicate is explained by a row that says that
 * nobody could know, and nothing is missing without one.
 */
export async function check(stage: Stage, undisturbed: Trace): Promise<Verdict> {
  return reading(stage, async (reader) => {
    const wrong: string[] = [];
    const integrity = await reader.integrity();
    if (integrity !== 'ok') wrong.push(`integrity: ${integrity}`);

    const inbox = new Map<string, string[]>();
    for (const row of await reader.all('SELECT "key", "state" FROM "Inbox"')) inbox.set(String(row['key']), [...(inbox.get(String(row['key'])) ?? []), String(row['state'])]);
    const pending = new Set(stage.telegram.pendingUpdates.map(({ update_id }) => update_id));
    const confirmed = stage.updates.filter((id) => !pending.has(id));
    if (pending.size > 0) wrong.push(`${pending.size} updates were never fetched`);
    for (const id of confirmed) {
      const states = inbox.get(String(id)) ?? [];
      if (states.length !== 1 || !['DONE', 'REFUSED'].includes(states[0] ?? '')) wrong.push(`update ${id}: ${states.join(', ') || 'lost'}`);
    }

    const now = await traced(stage, reader);
    for (const row of without(undisturbed.state, now.state)) wrong.push(`missing state: ${row}`);
    for (const row of without(now.state, undisturbed.state)) wrong.push(`state too much: ${row}`);

    // A call of which nobody knows the end, and which is on record as such, explains one message twice or one missing.
    const unknown = (await reader.all('SELECT "room" FROM "Outbox" WHERE "unknownAt" IS NOT NULL')).map(({ room }) => chatOf(room));
    // Of somebody who was forgotten the record of it is gone too: there it is what the database said when the bot died.
    const known = new Set((await reader.all('SELECT "account" FROM "ChatIdentity"')).map(({ account }) => String(account)));
    const forgotten = new Set(now.sent.filter((line) => FORGETTING.test(line)).map((line) => line.slice(0, line.indexOf('|'))).filter((chat) => !known.has(chat)));
    unknown.push(...[...stage.underWay.values()].map(chatOf).filter((chat) => forgotten.has(chat)));
    const unexplained = (lines: readonly string[]): string[] => without(lines.map((line) => line.slice(0, line.indexOf('|'))), unknown);
    const [twice, missing] = [without(now.sent, undisturbed.sent), without(undisturbed.sent, now.sent)];
    if (unexplained([...twice, ...missing]).length > 0) {
      for (const line of twice) wrong.push(`sent too often: ${line}`);
      for (const line of missing) wrong.push(`never sent: ${line}`);
    }
    const [added, hidden] = [without(now.seen, undisturbed.seen), without(undisturbed.seen, now.seen)];
    if (unexplained(added).length > 0) for (const line of added) wrong.push(`seen but not meant: ${line}`);
    if (unexplained(hidden).length > 0) for (const line of hidden) wrong.push(`not to be seen: ${line}`);
    for (const row of await reader.all(`SELECT "effectId", "state", "attempt", "effect" FROM "Outbox" WHERE "state" NOT IN ('SENT', 'UNKNOWN')`)) wrong.push(`left in the outbox: ${JSON.stringify(row)}`);
    for (const row of await reader.all(BEHIND)) wrong.push(`a card is behind: ${JSON.stringify(row)}`);

    wrong.push(...(await readableSecrets(stage, reader)));
    for (const press of stage.telegram.presses) if (press.answer === undefined) wrong.push(`a tap without an answer: ${press.id}`);
    if (stage.telegram.violations.length > 0) wrong.push(`violations: ${JSON.stringify(stage.telegram.violations).slice(0, 500)}`);
    for (const error of stage.fatal) wrong.push(`fatal: ${error instanceof Error ? error.stack : String(error)}`);
    return { wrong, confirmed: confirmed.length, twice: twice.length, missing: missing.length };
  });
}

/**
 * What somebody chose in a secret vote that is counted stands nowhere in the files, byte for byte; and none is still to
 * be scrubbed. PostgreSQL's files are its own affair (docs/betrieb.md).
 */
async function readableSecrets(stage: Stage, reader: Reader): Promise<string[]> {
  const voters = await reader.all(`SELECT v."personId" FROM "DecisionVote" v JOIN "Decision" d ON d."id" = v."decisionId" WHERE d."secret" AND d."state" IN ('TIED', 'CLOSED')`);
  if (voters.length === 0) return [];
  const files = stage.url.startsWith('file:') ? ['', '-wal'].map((end) => stage.file + end) : [];
  const bytes = files.filter((file) => existsSync(file)).map((file) => readFileSync(file).toString('latin1')).join('');
  const readable = voters.filter(({ personId }) => bytes.includes(`${String(personId)}[`)).map(() => 'a secret vote can be read in the files');
  return [...readable, ...(await reader.all(`SELECT "value" FROM "Marker" WHERE "key" = 'erased'`)).map(() => 'the files are still to be scrubbed')];
}

/** The tally of every event is what a recount of its replies says. */
export async function miscounts(stage: Stage): Promise<string[]> {
  return stage.store.view(async (records) => {
    const wrong: string[] = [];
    for (const { key } of await records.events.events()) {
      const { nextOrder: _order, ...tally } = await records.events.tally(key);
      const { nextOrder: _recounted, ...recount } = await records.events.recount(key);
      if (JSON.stringify(tally) !== JSON.stringify(recount)) wrong.push(`tally ${JSON.stringify(tally)}, recount ${JSON.stringify(recount)}`);
    }
    return wrong;
  });
}
