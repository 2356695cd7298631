import { nameIn, type Command, type Question, type Taken } from './command.ts';
import { durations, instant } from './time.ts';
import { refusal } from './permission.ts';
import type { Turn } from './turn.ts';

/** A question waits this long for its answer. */
const PATIENCE = 30 * durations.minute;

/** The prompt's card kind; the pipeline hears its presses. */
export const PROMPT = 'PROMPT';

type Raw = Readonly<Record<string, string>>;
type Reading =
  | { readonly kind: 'complete'; readonly args: Readonly<Record<string, unknown>> }
  | { readonly kind: 'ask'; readonly name: string; readonly raw: Raw; readonly rest: string; readonly question: Question }
  /** `at`: the parameter that could not be read; null: all could, but something was left over. */
  | { readonly kind: 'problem'; readonly at: string | null; readonly sentence: string };

/**
 * Runs a command with what was typed behind it; asks for what is missing, one thing at a time.
 * Invariant: what was understood is kept until the command runs, is aborted, or 30 minutes pass.
 */
export async function runCommand(turn: Turn, command: Command, rest: string): Promise<void> {
  await proceed(turn, command, await read(turn, command, {}, rest.trim()));
}

/** The answer to the question that is open in this room. False: none is open. */
export async function answerDialog(turn: Turn, commands: ReadonlyMap<string, Command>, text: string): Promise<boolean> {
  const open = await turn.unit.kernel.dialog(dialogId(turn));
  const command = open === null ? undefined : commands.get(open.command);
  if (open === null || command === undefined || open.expiresAt <= turn.now) return false;
  const { asking, raw, rest } = open.data as { asking: string; raw: Raw; rest: string };
  if (turn.attachment !== null && command.params[asking]?.file !== true) return false;
  const answered = { ...raw, [asking]: text.trim() };
  const reading = await read(turn, command, answered, rest);
  if (reading.kind === 'problem' && reading.at === asking) {
    turn.answer(`${reading.sentence}\n${turn.t('dialog-try-again')}`);
    return true;
  }
  await endDialog(turn);
  await proceed(turn, command, reading);
  if (reading.kind === 'problem') {
    // It lies in what was typed behind the command, which no answer can mend: only that is asked for anew.
    const anew = await read(turn, command, answered, '');
    if (anew.kind === 'ask') await ask(turn, command, anew);
  }
  return true;
}

/** Whether a question is open in this room, for the actor. */
export async function isAsked(turn: Turn): Promise<boolean> {
  const open = await turn.unit.kernel.dialog(dialogId(turn));
  return open !== null && open.expiresAt > turn.now;
}

/** Forgets the open question. False: there was none. */
export async function endDialog(turn: Turn): Promise<boolean> {
  const id = dialogId(turn);
  const open = await turn.unit.kernel.dialog(id);
  if (open === null) return false;
  turn.unit.kernel.removeDialog(id);
  const card = await turn.unit.kernel.card(String(open.data['card']));
  if (card !== null && card.state === 'LIVE') await turn.close(card);
  return true;
}

function dialogId(turn: Turn): string {
  return `${turn.place.room}|${turn.actor.account}`;
}

async function proceed(turn: Turn, command: Command, reading: Reading): Promise<void> {
  switch (reading.kind) {
    case 'complete': {
      const refused = refusal(turn, command);
      return refused === null ? command.run(turn, reading.args) : turn.answer(refused);
    }
    case 'problem':
      return turn.answer(reading.sentence);
    case 'ask':
      return ask(turn, command, reading);
    default:
      return reading satisfies never;
  }
}

async function ask(turn: Turn, command: Command, reading: Extract<Reading, { kind: 'ask' }>): Promise<void> {
  await endDialog(turn);
  const { text, choices } = reading.question;
  const id = dialogId(turn);
  const card = turn.post(turn.place.room, {
    kind: PROMPT,
    what: turn.house.ids.id(),
    personId: turn.actor.personId,
    data: { text, labels: choices.map((c) => c.label), raw: choices.map((c) => c.raw), account: turn.actor.account },
  });
  turn.unit.kernel.putDialog({
    id,
    command: command.name,
    data: { asking: reading.name, raw: reading.raw, rest: reading.rest, card: card.id },
    startedAt: turn.now,
    expiresAt: instant(turn.now + PATIENCE),
  });
}

/** What was answered so far (`known`), then what was typed in one line (`line`), parameter by parameter. */
async function read(turn: Turn, command: Command, known: Raw, line: string): Promise<Reading> {
  const args: Record<string, unknown> = {};
  const raw: Record<string, string> = { ...known };
  let rest = line;
  for (const [name, param] of Object.entries(command.params)) {
    const given = known[name];
    const taken = given === undefined ? await param.take(rest, turn, args) : whole(turn, command, await param.take(given, turn, args));
    if (taken.kind === 'problem') return { ...taken, at: name };
    if (taken.kind === 'absent') {
      const question = await param.ask?.(turn, args);
      return question == null ? { ...notUnderstood(turn, command), at: name } : { kind: 'ask', name, raw, rest, question };
    }
    args[name] = taken.value;
    if (given !== undefined) continue;
    raw[name] = taken.raw;
    rest = taken.rest;
  }
  return rest === '' ? { kind: 'complete', args } : { ...notUnderstood(turn, command), at: null };
}

/** An answer must be the value and nothing behind it. */
function whole(turn: Turn, command: Command, taken: Taken<unknown>): Taken<unknown> {
  return taken.kind === 'value' && taken.rest !== '' ? notUnderstood(turn, command) : taken;
}

function notUnderstood(turn: Turn, command: Command): { kind: 'problem'; sentence: string } {
  return { kind: 'problem', sentence: turn.t('dialog-not-understood', { command: nameIn(turn.language, command) }) };
}
