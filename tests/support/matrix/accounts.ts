import { createHmac, randomBytes } from 'node:crypto';

/** Somebody with a device on the homeserver. */
export interface Account {
  readonly userId: string;
  readonly password: string;
  readonly accessToken: string;
  readonly deviceId: string;
}

/**
 * Registers with the server's shared secret, which no rate limit slows. The id is `localpart` and a random ending, so that
 * tests which share a server never meet.
 * https://element-hq.github.io/synapse/latest/admin_api/register_api.html
 */
export async function registerAccount(url: string, secret: string, localpart: string, displayName?: string): Promise<Account> {
  const endpoint = new URL('/_synapse/admin/v1/register', url);
  const { nonce } = (await answer(await fetch(endpoint))) as { nonce: string };
  const username = `${localpart}-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const mac = createHmac('sha1', secret).update([nonce, username, password, 'notadmin'].join('\0')).digest('hex');
  const body = JSON.stringify({ nonce, username, password, mac, admin: false, ...(displayName === undefined ? {} : { displayname: displayName }) });
  const made = (await answer(await fetch(endpoint, { method: 'POST', body }))) as { user_id: string; access_token: string; device_id: string };
  return { userId: made.user_id, password, accessToken: made.access_token, deviceId: made.device_id };
}

async function answer(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`The homeserver refused to register: ${response.status} ${await response.text()}`);
  return response.json();
}
