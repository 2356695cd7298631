/**
 * From `openSession` in a fresh process to the first batch in the inbox, ms, after a SIGKILL.
 * `node tests/load/matrix-restart.ts [restarts]`; needs a Synapse (tests/support/matrix/synapse.ts).
 */
import { spawnSync } from 'node:child_process';
import { openSession } from '../../adapters/matrix/open.ts';
import { Inbox, placeFor } from '../support/matrix/bot-session.ts';
import { startSynapse } from '../support/matrix/synapse.ts';

const settings = process.env['RESTART'];
if (settings === undefined) await measure();
else await restart(JSON.parse(settings) as Parameters<typeof openSession>[0]);

async function restart(known: Parameters<typeof openSession>[0]): Promise<void> {
  const begun = performance.now();
  const callbacks = { mayInvite: () => true, isOfficer: () => false, showRecoveryKey: () => {}, showEmojis: () => {}, onLost: console.error, onPanic: console.error };
  const session = await openSession(known, callbacks, { debug: () => {}, info: () => {}, warn: () => {}, bug: () => '' });
  const inbox = new Inbox();
  inbox.before = async () => {
    process.stdout.write(`${performance.now() - begun}\n`, () => process.kill(process.pid, 'SIGKILL'));
    await new Promise(() => {});
  };
  await session.start(inbox);
}

async function measure(): Promise<void> {
  const server = await startSynapse();
  const account = await server.register('bot');
  const place = placeFor(server.url, account);
  const session = await place.open(new Inbox());
  for (let n = 0; n < 20; n++) await session.openDirect((await server.register('person')).userId);
  await session.stop();
  const spent = Array.from({ length: Number(process.argv[2] ?? 10) }, () => Number(spawnSync(process.execPath, [import.meta.filename], { env: { ...process.env, RESTART: JSON.stringify(place.settings()) }, encoding: 'utf8' }).stdout));
  spent.sort((a, b) => a - b);
  console.log(JSON.stringify({ restarts: spent.length, median: Math.round(spent[spent.length >> 1]!), worst: Math.round(spent.at(-1)!) }));
  place.remove();
  await server.stop();
  process.exit(0);
}
