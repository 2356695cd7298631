/**
 * Brings a real Matrix homeserver for the tests: Synapse and an independent client, unpacked from Debian's packages into
 * a cache outside the clone. Needs apt and dpkg of the machine, no root, no service, and the network only once.
 *   node scripts/synapse.ts     prints the Python that runs it; otherwise one sentence says why not, and the exit code is 1
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGES = ['matrix-synapse', 'python3-matrix-nio', 'python3-olm'];
const PROGRAMS = ['apt-get', 'dpkg-deb', 'flock'];
const LAUNCHER = 'python';
const STAMP = '.whole';

/**
 * The tree brings its own C library, so no chroot is needed. The loader takes Python's place in the process: its id is
 * the server's id.
 */
const LAUNCHER_TEXT = `#!/bin/sh
R=$(dirname "$0")
L=$(echo "$R"/usr/lib/*/ld-linux-*.so.*)
export PYTHONHOME="$R/usr" PYTHONNOUSERSITE=1
exec "$L" --library-path "$(dirname "$L"):$R/usr/lib" "$(echo "$R"/usr/bin/python3.*[0-9])" "$@"
`;

const recipe = createHash('sha256').update(JSON.stringify([PACKAGES, LAUNCHER_TEXT])).digest('hex').slice(0, 12);
const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'miteinander');
const tree = join(cache, `synapse-${process.arch}-${recipe}`);
const python = join(tree, LAUNCHER);

/** The Python in which `synapse` and `nio` can be imported; or, in one sentence, why there is none. */
export type Brought = { readonly python: string } | { readonly missing: string };

/** Half a minute the first time, 0.1 s afterwards. Several at once wait for one. */
export async function bringSynapse(): Promise<Brought> {
  if (isWhole()) return { python };
  const absent = PROGRAMS.filter((name) => !(process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))));
  if (absent.length > 0) return { missing: `no Synapse: this machine has no ${absent.join(', no ')} to bring it from Debian` };
  try {
    mkdirSync(cache, { recursive: true });
    console.error('Bringing Synapse from Debian for the Matrix tests (once; 70 MB, about half a minute) …');
    // The kernel frees this lock however its holder ends.
    await run('flock', [join(cache, 'synapse.lock'), process.execPath, fileURLToPath(import.meta.url), '--unpack'], { timeout: 600_000 });
    return { python };
  } catch (error) {
    return { missing: `no Synapse: it could not be brought from Debian (${reason(error)})` };
  }
}

/** The stamp is written last and describes every file, so neither a torn nor a damaged tree is ever used. */
function isWhole(): boolean {
  const stamp = join(tree, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === description(tree);
}

/** Names and sizes of all files but those that Python itself writes beside them. */
function description(folder: string): string {
  const hash = createHash('sha256');
  const look = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = join(path, entry.name);
      if (entry.isDirectory() && entry.name !== '__pycache__') look(name);
      else if (entry.isFile() && name !== STAMP) hash.update(`${name} ${lstatSync(join(folder, name)).size}\n`);
    }
  };
  look('');
  return hash.digest('hex');
}

async function unpack(): Promise<void> {
  if (isWhole()) return; // brought by another while we waited for the lock
  rmSync(tree, { recursive: true, force: true });
  const work = `${tree}.new`;
  rmSync(work, { recursive: true, force: true });
  const problems: string[] = [];
  for (const mirror of await mirrors()) {
    const problem = await download(mirror, join(work, 'apt')).then(() => null, reason);
    if (problem !== null) {
      rmSync(work, { recursive: true, force: true });
      problems.push(problem);
      continue;
    }
    const fresh = join(work, 'tree');
    mkdirSync(fresh);
    const archives = join(work, 'apt/archives');
    for (const name of readdirSync(archives).filter((file) => file.endsWith('.deb'))) await run('dpkg-deb', ['-x', join(archives, name), fresh]);
    writeFileSync(join(fresh, LAUNCHER), LAUNCHER_TEXT, { mode: 0o755 });
    await run(join(fresh, LAUNCHER), ['-c', 'import synapse.app.homeserver, nio.crypto']);
    writeFileSync(join(fresh, STAMP), description(fresh));
    renameSync(fresh, tree);
    rmSync(work, { recursive: true, force: true });
    return;
  }
  throw new Error(problems.join('; ') || 'apt names no source of packages');
}

/** Where this machine's own apt gets its packages; one of them is a mirror of Debian, which also holds sid. */
async function mirrors(): Promise<string[]> {
  const { stdout } = await run('apt-get', ['update', '--print-uris']);
  return [...new Set([...stdout.matchAll(/^'([^']+?)\/dists\//gm)].map((match) => match[1] ?? ''))];
}

/** An apt of its own beside the machine's: nothing is installed, signatures are checked with the machine's keys. */
async function download(mirror: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['lists/partial', 'archives/partial', 'parts']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(join(folder, 'sources.list'), `deb ${mirror} sid main\n`);
  const settings = {
    'Dir::State': folder,
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': folder,
    'Dir::Log': folder,
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': join(folder, 'parts'),
    'Dir::Etc::preferences': join(folder, 'preferences'),
    'Dir::Etc::preferencesparts': join(folder, 'parts'),
    'APT::Sandbox::User': 'root',
    'APT::Install-Recommends': 'false',
    'APT::Update::Error-Mode': 'any',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    // A mirror may lag behind by more than sid's week.
    'Acquire::Check-Valid-Until': 'false',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...options, 'update']);
  await run('apt-get', [...options, 'install', '--yes', '--download-only', '--no-install-recommends', ...PACKAGES], { maxBuffer: 1 << 26 });
}

/** For a sentence: the first error that the program names, or the last line it said. */
function reason(error: unknown): string {
  const said = (error instanceof Error && 'stderr' in error ? String(error.stderr) : '').trim() || (error instanceof Error ? error.message : String(error));
  const lines = said.split('\n');
  return lines.find((line) => line.startsWith('E: ')) ?? lines.at(-1) ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // `--unpack` is what `bringSynapse` starts under its lock.
  const end = process.argv[2] === '--unpack' ? await unpack().then(() => ({ python }), (error: unknown) => ({ missing: reason(error) })) : await bringSynapse();
  if ('missing' in end) console.error(end.missing);
  else console.log(end.python);
  process.exitCode = 'missing' in end ? 1 : 0;
}
