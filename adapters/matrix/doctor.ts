import { statSync } from 'node:fs';
import type { Finding } from '../../src/ports/finding.ts';

const ok = (what: string): Finding => ({ level: 'ok', what, remedy: null });
const warn = (what: string, remedy: string): Finding => ({ level: 'warn', what, remedy });
const bad = (what: string, remedy: string): Finding => ({ level: 'bad', what, remedy });

/** So long somebody else may take to answer, ms. */
const PATIENCE = 10_000;

/** Whether the homeserver answers as one, and whether the keys are where they were; changes nothing, needs no token. */
export async function examineMatrix({ homeserver, store }: { readonly homeserver: string; readonly store: string }): Promise<Finding[]> {
  return [await examineHomeserver(homeserver), examineStore(store)];
}

/** https://spec.matrix.org/latest/client-server-api/#get_matrixclientversions */
async function examineHomeserver(homeserver: string): Promise<Finding> {
  const remedy = 'check the network and MATRIX_HOMESERVER_URL; it is the address at which the homeserver serves clients';
  const answer = await fetch(`${homeserver}/_matrix/client/versions`, { signal: AbortSignal.timeout(PATIENCE) }).catch(() => null);
  if (answer === null) return bad('the homeserver cannot be reached', remedy);
  const said: unknown = await answer.json().catch(() => null);
  const versions = typeof said === 'object' && said !== null && 'versions' in said && Array.isArray(said.versions) ? said.versions : null;
  if (!answer.ok || versions === null) return bad(`whoever answers at MATRIX_HOMESERVER_URL is no homeserver (status ${answer.status})`, remedy);
  return ok(`the homeserver answers and speaks Matrix up to ${String(versions.at(-1)).slice(0, 20)}`);
}

function examineStore(store: string): Finding {
  const found = statSync(store, { throwIfNoEntry: false });
  if (found === undefined) return warn(`there are no keys yet (${store})`, 'the first start makes them and shows a recovery key once, keep it; has the bot been on Matrix before, put this file back first');
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) return bad(`other users of this machine can read the keys (${store})`, `chmod 600 ${store}`);
  return ok(`the keys are there (${Math.round(found.size / 1_024)} KB); back them up together with the database, never copy an old one back`);
}
