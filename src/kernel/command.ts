import type { Language } from '../view/language.ts';
import type { Turn } from './turn.ts';

/**
 * Who may use a command. `organiser`: the office, and in a group also an administrator who hides behind its name.
 * `anybody`: they and everyone else; the command looks for itself who may what.
 */
export type Permission = 'everyone' | 'staff' | 'office' | 'officer' | 'organiser' | 'anybody';

/** What a parameter found at the front of what was typed. */
export type Taken<T> =
  | { readonly kind: 'value'; readonly value: T; /** what was consumed, to be stored in a dialog */ readonly raw: string; readonly rest: string }
  | { readonly kind: 'absent' }
  /** One clear sentence in the person's language that names the remedy. */
  | { readonly kind: 'problem'; readonly sentence: string };

export interface Choice {
  readonly label: string;
  /** What typing it would be. */
  readonly raw: string;
}

export interface Question {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** One argument of a command: how it is read from text, and how it is asked for when it is missing. */
export interface Param<T> {
  take(text: string, turn: Turn, earlier: Readonly<Record<string, unknown>>): Promise<Taken<T>>;
  /** null: optional, `take` answers a value for empty text. */
  ask: ((turn: Turn, earlier: Readonly<Record<string, unknown>>) => Promise<Question>) | null;
  /** It is answered by a file (`turn.attachment`), and no other question is. */
  readonly file?: true;
}

type Params = Readonly<Record<string, Param<unknown>>>;
export type Args<P extends Params> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** A command, described once: help, menus, permissions, parsing and dialogs follow from it. */
export interface Command {
  /** German, without the slash. Its text keys: `command-<name>` (one line of help). */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly who: Permission;
  /** In which chats the messenger's menu offers it; `help`: only /hilfe names it; typing it works everywhere. */
  readonly menu: 'private' | 'group' | 'both' | 'help' | 'none';
  /** `private`: what is asked and answered is nobody else's to read. */
  readonly where?: 'private';
  readonly params: Params;
  run(turn: Turn, args: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Types a command's handler by its parameters. */
export function command<P extends Params>(described: Omit<Command, 'params' | 'run'> & { readonly params: P; run(turn: Turn, args: Args<P>): Promise<void> }): Command {
  return described;
}

export const NO_PARAMS = {} as const;

/** What a command is called in a language: its German name, or the English one everywhere else. */
export function nameIn(language: Language, { name, aliases }: Command): string {
  return language.tag.startsWith('de') ? name : (aliases[0] ?? name);
}

/** The first word and what follows it. */
export function firstWord(text: string): { word: string; rest: string } {
  const trimmed = text.trimStart();
  const end = trimmed.search(/\s/);
  return end < 0 ? { word: trimmed, rest: '' } : { word: trimmed.slice(0, end), rest: trimmed.slice(end).trimStart() };
}

export const absent: Taken<never> = { kind: 'absent' };
export const problem = (sentence: string): Taken<never> => ({ kind: 'problem', sentence });
export const value = <T>(value: T, raw: string, rest = ''): Taken<T> => ({ kind: 'value', value, raw, rest });

/** `/name rest` or `!name rest`; null when the text is no command. */
export function parseCommand(text: string): { name: string; rest: string } | null {
  const { word, rest } = firstWord(text);
  if (!/^[/!][\p{L}_][\p{L}\p{N}_]*$/u.test(word)) return null;
  return { name: word.slice(1).toLowerCase(), rest };
}

/** Looks commands up by name or alias. @throws on a name given twice (a bug, found at start). */
export function commandTable(commands: readonly Command[]): ReadonlyMap<string, Command> {
  const table = new Map<string, Command>();
  for (const each of commands) {
    for (const name of [each.name, ...each.aliases]) {
      if (table.has(name)) throw new Error(`two commands are called ${name}`);
      table.set(name, each);
    }
  }
  return table;
}
