/**
 * Keeps the examples in documents true: node scripts/handbook.ts docs/handbuch.md … plays them through the rehearsal and
 * writes the answers anew. All blocks of one document are one session, and there are four kinds:
 *
 * - ```probe           what somebody types stands there, below each line what the bot answers; without event cards
 * - ```probe karten    the same with all cards: whole the first time, then the lines that have changed, … for the others
 * - <!-- probe … -->   played, but not shown
 * - ```telegram Name   the latest message to that person and their latest card; `Gruppe` is the group
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const BLOCK = /^(?<open>```probe(?: karten)?|<!-- probe|```telegram (?<who>\p{L}+))\n(?<body>[^]*?)^(?<close>```|-->)$/gmu;
const TYPED = /^(?:\.[a-zäöü]|\p{L}+[:>] )/u;
/** After every typed line we ask who is there: the answer's first line tells where the next answers begin. */
const ASK = '.wer';

/** Cards whose buttons do not stand one below the other, by the number of buttons. */
const ROWS: Readonly<Record<number, readonly number[]>> = { 5: [3, 2], 7: [3, 2, 2] };

/** One answer: its first line and what stands indented below. */
type Said = readonly string[];

/** The document with its examples as they come out today. */
export async function retell(markdown: string): Promise<string> {
  const typed = [...markdown.matchAll(BLOCK)].flatMap(({ groups }) => typedIn(groups!['body']!));
  const answers = await play(typed);
  let at = 0;
  const shown = new Map<string, Said>();
  return markdown.replace(BLOCK, (block, open: string, who: string | undefined, body: string) => {
    if (who !== undefined) return [open, ...picture(who, answers.slice(0, at + 1).flat()), '```'].join('\n');
    const withCards = open === '```probe karten';
    const told = typedIn(body).map((line) => {
      at += 1;
      const said = withCards ? answers[at]!.map((each) => changesOf(each, shown)) : answers[at]!.filter(([first]) => !/^\[Karte (?!amt )/.test(first!));
      return [line, ...said.flat()].join('\n');
    });
    return open.startsWith('```') ? `${open}\n${told.join('\n\n')}\n\`\`\`` : block;
  });
}

/** A card as it was before: only its head and what is new. Anything else: as it is. */
function changesOf(said: Said, shown: Map<string, Said>): Said {
  const card = /^\[Karte [^\]]*\]/.exec(said[0]!)?.[0];
  if (card === undefined) return said;
  const before = shown.get(card);
  shown.set(card, said);
  if (before === undefined) return said;
  const lines = said.slice(1).map((line) => (before.includes(line) ? '    …' : line));
  return [said[0]!, ...lines.filter((line, i) => line !== '    …' || lines[i - 1] !== line)];
}

function typedIn(body: string): string[] {
  return body.split('\n').filter((line) => TYPED.test(line));
}

/** What was said before the first typed line, then what was said after each. */
async function play(lines: readonly string[]): Promise<Said[][]> {
  const child = spawn(process.execPath, [MAIN, '--rehearse'], { stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] ?? '' } });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stdin.end(lines.flatMap((line) => [ASK, line]).concat(ASK).join('\n'));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the rehearsal ended with ${String(code)}`);
  const texts = readFileSync(new URL('../src/view/texts/de/console.ftl', import.meta.url), 'utf8');
  const asked = `[Probe] ${/^console-people = (.*)$/m.exec(texts)![1]!}`;
  const rounds: Said[][] = [[]];
  for (const line of out.split('\n')) {
    const round = rounds.at(-1)!;
    if (line === asked) rounds.push([]);
    if (line.startsWith('[')) rounds.at(-1)!.push([line]);
    else if (line !== '') round.push([...(round.pop() ?? []), line.trimEnd()]);
  }
  return rounds.map((round) => round.filter(([first]) => first !== asked));
}

/** As Telegram lays it out: a bubble, and buttons below it. */
function picture(who: string, said: readonly Said[]): string[] {
  const message = said.findLast(([first]) => first!.startsWith(`[→ ${who}] `));
  const card = said.findLast(([first]) => first!.startsWith(`[Karte ${who} `));
  return [...(message === undefined ? [] : bubble(message)), ...(card === undefined ? [] : bubble(card))];
}

function bubble(said: Said): string[] {
  const lines = [said[0]!.replace(/^\[[^\]]*\] /, ''), ...said.slice(1).map((line) => line.trim())];
  const labels = /^1 .+?(?: {3}|$)/.test(lines.at(-1)!) ? lines.pop()!.split('   ').map((label) => label.replace(/^\d+ /, '')) : [];
  // An event's card has three rows: the answer, how many, more about it; a reminder the first and the last of them.
  const sizes = ROWS[labels.length] ?? labels.map(() => 1);
  let at = 0;
  const rows = sizes.map((size) => labels.slice(at, (at += size)).map((label) => `[ ${label} ]`).join(' '));
  if (rows.length > 0 && lines.at(-1) === '') lines.pop();
  return ['╭────', ...lines.map((line) => `│ ${line}`.trimEnd()), '╰────', ...rows.map((row) => `  ${row}`)];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of process.argv.slice(2)) writeFileSync(path, await retell(readFileSync(path, 'utf8')));
}
