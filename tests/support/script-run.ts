import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A script of ours as a process of its own, in a folder of its own, with these settings and no others. */
export function runScript(name: string, folder: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<{ code: number; out: string; err: string }> {
  const script = fileURLToPath(new URL(`../../scripts/${name}`, import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...env } }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}
