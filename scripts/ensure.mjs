// Brings what is missing before `npm start` and `npm test`: packages, and the generated database clients.
// Runs on any Node from 20 on and needs no package. Invariant: when nothing is missing it is silent and only reads.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** From here on Node runs TypeScript as it is. */
const oldestNode = [22, 18];

const digest = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
};

const filesIn = (folder) => readdirSync(join(root, folder)).sort().map((name) => `${folder}/${name}`);

const steps = [
  {
    stamp: 'node_modules/.ensured',
    sources: () => ['package-lock.json'],
    announce: 'Installing packages (once; this takes a minute) …',
    failed: 'The packages could not be installed: see the lines above; a working connection to the npm registry is needed once.',
    // Not even warnings: npm itself may still run on an older Node than the one it is about to install for us.
    run: () => npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  {
    stamp: 'prisma/generated/.ensured',
    sources: () => ['package-lock.json', 'scripts/prisma.mjs', ...filesIn('prisma/models'), 'prisma/sqlite/datasource.prisma', 'prisma/postgresql/datasource.prisma'],
    announce: 'Generating the database clients …',
    failed: 'The database clients could not be generated: see the lines above.',
    run: async () => {
      const { prisma, providers } = await import('./prisma.mjs');
      return providers.every((provider) => prisma(provider, ['generate'], 'pipe') === 0);
    },
  },
].map((step) => ({ ...step, wanted: () => digest(step.sources()) }));

const isDone = ({ stamp, wanted }) => existsSync(join(root, stamp)) && readFileSync(join(root, stamp), 'utf8') === wanted();

async function ensure() {
  if (!steps.every(isDone)) await exclusively(bringWhatIsMissing);
  const version = nodeVersion();
  if (version[0] < oldestNode[0] || (version[0] === oldestNode[0] && version[1] < oldestNode[1])) {
    stop(`This machine has Node ${version.join('.')} and no ready-made Node 24 fits it; install Node 24 (https://nodejs.org) and start again.`);
  }
}

async function bringWhatIsMissing() {
  for (const step of steps) {
    if (isDone(step)) continue;
    console.log(step.announce);
    if (!(await step.run())) stop(step.failed);
    writeFileSync(join(root, step.stamp), step.wanted());
  }
}

function npm(args) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith('.js') || script?.endsWith('.cjs') ? [process.execPath, [script]] : ['npm', []];
  return spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit', shell: command === 'npm' && process.platform === 'win32' }).status === 0;
}

/** The version `npm start` will run on: node_modules/.bin comes first in its path. */
function nodeVersion() {
  const installed = join(root, 'node_modules/.bin/node');
  const numbers = (version) => version.replace(/^v/, '').split('.').map(Number);
  if (Number(process.versions.node.split('.')[0]) >= 24 || !existsSync(installed)) return numbers(process.versions.node);
  const answer = spawnSync(installed, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  return numbers(answer.status === 0 ? answer.stdout.trim() : process.versions.node);
}

/** Two starts at once: the second waits for the first, then finds nothing missing. A dead one's lock is taken over. */
async function exclusively(work) {
  const lock = join(tmpdir(), `miteinander-ensure-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (!isAlive(lock)) rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const unlock = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', unlock);
  writeFileSync(join(lock, 'pid'), String(process.pid));
  await work();
  unlock();
}

function isAlive(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM' || (error.code === 'ENOENT' && Date.now() - started < 10_000);
  }
}

const started = Date.now();

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

await ensure();
