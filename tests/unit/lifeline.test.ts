import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const url = (path: string): string => JSON.stringify(pathToFileURL(path).href);

/** Runs `body` with a Lifeline `life` in a process of its own. */
function end(body: string): { code: number | null; out: string; err: string } {
  const script = `
    import { Lifeline } from ${url('src/lifeline.ts')};
    import { SettingsProblem } from ${url('src/ports/messenger.ts')};
    const note = (text) => process.stdout.write(text + ' ');
    const life = new Lifeline({ debug() {}, info() {}, warn() {}, bug: (error, message) => (note('bug:' + message.replaceAll(' ', '-')), 'id') });
    life.onExit(() => note('always'));
    life.onEnd(async () => note('first-begun-last-ended'));
    life.onEnd(async () => note('ended'));
    life.onLastEnd(async () => note('closed'));
    ${body}
    setInterval(() => {}, 1000);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 20_000 });
  return { code: status, out: stdout.trim(), err: stderr.trim() };
}

const ORDERLY = 'ended first-begun-last-ended closed always';

it.each([
  ['work that is done', 'await life.guard(async () => {});', 0, ORDERLY, ''],
  ['a signal', "setTimeout(() => process.kill(process.pid, 'SIGTERM'), 50); await life.guard(() => life.ended);", 0, ORDERLY, ''],
  ['wrong settings', "await life.guard(async () => { throw new SettingsProblem('X is wrong; mend it.'); });", 78, ORDERLY, 'X is wrong; mend it.'],
  ['an error with an exit code of its own', "await life.guard(async () => { throw Object.assign(new Error('Busy.'), { exitCode: 75 }); });", 75, ORDERLY, 'Busy.'],
  ['an error at the start', "await life.guard(async () => { throw new Error('?'); });", 70, 'bug:the-start-failed always', ''],
  ['a panic', "life.panic(new Error('?'), 'no commit');", 70, 'bug:no-commit always', ''],
  ['an error nobody caught', "setTimeout(() => { throw new Error('?'); }, 1);", 70, 'bug:an-error-nobody-caught always', ''],
  ['a promise nobody caught', "Promise.reject(new Error('?'));", 70, 'bug:a-promise-nobody-caught always', ''],
  ['a step that fails', "life.onEnd(async () => { throw new Error('?'); }); await life.end(0);", 0, 'bug:stopping-failed always', ''],
])('%s', (_what, body, code, out, err) => expect(end(body)).toEqual({ code, out, err }));
