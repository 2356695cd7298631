// The official Prisma command line without its engine download.
//   node scripts/prisma.mjs generate                      both clients
//   node scripts/prisma.mjs sqlite migrate diff …         one provider, any command
// The models are written once, in prisma/models. For each provider they are laid beside its datasource in
// prisma/generated/schema/<provider>, so there are no copies in the repository that could differ.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const providers = ['sqlite', 'postgresql'];

/** Lays one provider's complete schema out where its prisma.config.ts expects it. */
function layOutSchema(provider) {
  const target = join(root, 'prisma/generated/schema', provider);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(root, 'prisma', provider, 'datasource.prisma'), join(target, 'datasource.prisma'));
  cpSync(join(root, 'prisma/models'), join(target, 'models'), { recursive: true });
}

/** The Node that the project runs on: the installed one when there is one, else the one we are running on. */
export function projectNode() {
  const installed = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(installed) ? installed : process.execPath;
}

/** Runs one Prisma command for one provider and returns its exit code. */
export function prisma(provider, args, stdio = 'inherit') {
  layOutSchema(provider);
  // Naming any existing file keeps the CLI from fetching its native engine; `migrate` really talks to this one.
  const engine = process.platform === 'win32' ? process.execPath : join(root, 'scripts/schema-engine.mjs');
  const done = spawnSync(
    projectNode(),
    [join(root, 'node_modules/prisma/build/index.js'), ...args, '--config', join(root, 'prisma', provider, 'prisma.config.ts')],
    {
      cwd: root,
      stdio,
      encoding: 'utf8',
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: engine,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
        MITEINANDER_PROVIDER: provider,
        PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
      },
    },
  );
  if (done.status !== 0 && stdio === 'pipe') process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error ?? ''}\n`);
  return done.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, ...rest] = process.argv.slice(2);
  const wanted = providers.includes(first) ? [first] : providers;
  const args = providers.includes(first) ? rest : [first, ...rest];
  process.exitCode = Math.max(...wanted.map((provider) => prisma(provider, args)));
}
