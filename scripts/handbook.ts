/**
 * Keeps the examples in documents true. In a ```probe block the lines somebody types stand as they are, and below each
 * of them what the bot really answers: node scripts/handbook.ts docs/handbuch.md …  plays them through the
 * rehearsal and writes the answers anew. All blocks of one document are one session. Cards are left out, except in a
 * block marked ```probe karten, and the office's own questions.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const BLOCK = /^```probe(?<flags>[^\n]*)\n(?<body>[^]*?)^```$/gm;
const TYPED = /^(?:\.[a-zäöü]|\p{L}+[:>] )/u;
/** After every typed line we ask who is there: the answer's first line tells where the next answers begin. */
const ASK = '.wer';

/** The document with its examples as they come out today. */
export async function retell(markdown: string): Promise<string> {
  const blocks = [...markdown.matchAll(BLOCK)].map(({ groups }) => ({ cards: groups!['flags']!.includes('karten'), typed: groups!['body']!.split('\n').filter((line) => TYPED.test(line)) }));
  const answers = await play(blocks.flatMap(({ typed }) => typed));
  let at = 0;
  let block = 0;
  return markdown.replace(BLOCK, (_, flags: string) => {
    const { cards, typed } = blocks[block]!;
    block += 1;
    const told = typed.map((line) => [line, ...shown(answers[at++]!, cards)].join('\n'));
    return `\`\`\`probe${flags}\n${told.join('\n\n')}\n\`\`\``;
  });
}

/** One answer: its first line and what stands indented below. */
type Said = readonly string[];

async function play(lines: readonly string[]): Promise<Said[][]> {
  const child = spawn(process.execPath, [MAIN, '--rehearse'], { stdio: ['pipe', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] ?? '' } });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stdin.end(`${['# the welcome', ...lines].flatMap((line) => [line, ASK]).join('\n')}\n`);
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the rehearsal ended with ${String(code)}`);
  const rounds: Said[][] = [[]];
  for (const line of out.split('\n')) {
    if (line === whoIsThere()) rounds.push([]);
    const round = rounds.at(-1)!;
    if (line.startsWith('[')) round.push([line]);
    else if (line !== '') round.push([...(round.pop() ?? []), line.trimEnd()]);
  }
  // What stands before the first question is the welcome; each round begins with the answer to the question.
  return rounds.slice(1).map((round) => round.slice(1));
}

function shown(said: readonly Said[], cards: boolean): string[] {
  return said.filter(([first]) => cards || !/^\[Karte (?!amt )/.test(first!)).flatMap((each) => [...each]);
}

function whoIsThere(): string {
  const texts = readFileSync(new URL('../src/view/texts/de/console.ftl', import.meta.url), 'utf8');
  return `[Probe] ${/^console-people = (.*)$/m.exec(texts)![1]!}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of process.argv.slice(2)) writeFileSync(path, await retell(readFileSync(path, 'utf8')));
}
