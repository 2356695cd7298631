import { randomBytes } from 'node:crypto';
import { SettingsProblem } from '../../src/ports/messenger.ts';
import type { StoreFile } from './crypto-store-file.ts';
import { call, isSoftLogout } from './session-http.ts';
import type { MatrixSettings } from './session.ts';
import { MatrixFailure } from './wire.ts';

/** The device that the keys in the store belong to; it never becomes another one. */
export interface Device {
  readonly userId: string;
  readonly deviceId: string;
  readonly token: string;
}

export const LOGGED_OUT =
  'The homeserver has ended the saved login for good; move the Matrix key store away, set MATRIX_RECOVERY_KEY and MATRIX_PASSWORD (or a new MATRIX_ACCESS_TOKEN), and start again as a new device.';
const LOGGED_OUT_SOFTLY = 'The homeserver asks the bot to log in again; set MATRIX_PASSWORD and start again.';

/**
 * The device of the store, or at the first start a new one. Throws SettingsProblem where a person must look, MatrixFailure
 * where the homeserver cannot be reached.
 */
export async function logIn(settings: MatrixSettings, file: StoreFile): Promise<Device> {
  const saved = file.entry('account', 'device') as Device | null;
  if (saved !== null) return goOn(settings, file, saved);
  await demandHomeserver(settings.homeserver);
  return firstLogin(settings, file);
}

/** Another login on the same device, for after a soft logout; the keys stay good. */
export async function logInAgain(settings: MatrixSettings, file: StoreFile, device: Device): Promise<Device> {
  if (settings.password === null) throw new SettingsProblem(LOGGED_OUT_SOFTLY);
  const again = await withPassword(settings, device.deviceId, settings.password);
  if (again.userId !== device.userId || again.deviceId !== device.deviceId) throw new SettingsProblem(LOGGED_OUT);
  save(file, again);
  return again;
}

/** A wrong address is told at the first start; later the same signs mean that the line is down. */
async function demandHomeserver(base: string): Promise<void> {
  const known = await call({ base, method: 'GET', path: '/_matrix/client/versions' }).then(
    ({ versions }) => Array.isArray(versions),
    (error: unknown) => {
      if (!(error instanceof MatrixFailure)) throw error;
      const absent = error.status === null ? /ENOTFOUND/.test(error.message) : error.status < 500 && error.status !== 429;
      if (!absent) throw error;
      return false;
    },
  );
  if (!known) throw new SettingsProblem('At MATRIX_HOMESERVER_URL there is no Matrix homeserver; write the address at which yours serves clients, e.g. https://matrix.example.org.');
}

async function goOn(settings: MatrixSettings, file: StoreFile, saved: Device): Promise<Device> {
  const { homeserver: base } = settings;
  if (!sameUser(settings.user, saved.userId)) throw new SettingsProblem(`The Matrix key store ${settings.store} belongs to another account than MATRIX_USER_ID; name that account, or move the file away.`);
  try {
    return demandSame(settings, saved, { ...(await whoAmI(base, saved.token)), token: saved.token });
  } catch (error) {
    if (!isUnknownToken(error)) throw error;
    if (settings.accessToken !== null && settings.accessToken !== saved.token) return replaceToken(settings, file, saved, settings.accessToken);
    if (isSoftLogout(error)) return logInAgain(settings, file, saved);
    throw new SettingsProblem(LOGGED_OUT, { cause: error });
  }
}

/** The operator has renewed the token by hand: good when it names the same device. */
async function replaceToken(settings: MatrixSettings, file: StoreFile, saved: Device, token: string): Promise<Device> {
  const device = demandSame(settings, saved, { ...(await tokenOwner(settings.homeserver, token)), token });
  save(file, device);
  return device;
}

function demandSame({ store }: MatrixSettings, saved: Device, found: Device): Device {
  if (found.userId === saved.userId && found.deviceId === saved.deviceId) return found;
  const what = found.userId === saved.userId ? 'device' : 'account';
  throw new SettingsProblem(`The homeserver knows the login as another ${what} than the one whose keys are in ${store}; set the MATRIX_ACCESS_TOKEN of that ${what}, or move the file away and set MATRIX_RECOVERY_KEY.`);
}

async function firstLogin(settings: MatrixSettings, file: StoreFile): Promise<Device> {
  const { homeserver: base } = settings;
  if (settings.accessToken !== null) {
    const device = { ...(await tokenOwner(base, settings.accessToken)), token: settings.accessToken };
    if (!sameUser(settings.user, device.userId)) throw new SettingsProblem('MATRIX_ACCESS_TOKEN belongs to another account than MATRIX_USER_ID; correct one of them.');
    await refuseUsedDevice(settings, device);
    save(file, device);
    return device;
  }
  if (settings.password === null) throw new SettingsProblem('For its first start Matrix needs MATRIX_PASSWORD or MATRIX_ACCESS_TOKEN; set one of them.');
  // Chosen by us and kept before the call, so that a crash in between makes no second device.
  const deviceId = (file.entry('account', 'intended') as string | null) ?? `MITEINANDER${randomBytes(5).toString('hex').toUpperCase()}`;
  file.setEntry('account', 'intended', deviceId);
  const device = await withPassword(settings, deviceId, settings.password);
  save(file, device);
  return device;
}

/** Its keys are on the homeserver, and not with us: whatever we sent as this device, nobody could read. */
async function refuseUsedDevice({ homeserver: base, store }: MatrixSettings, { userId, deviceId, token }: Device): Promise<void> {
  const { device_keys: keys } = await call({ base, method: 'POST', path: '/_matrix/client/v3/keys/query', token, body: { device_keys: { [userId]: [deviceId] } } });
  if ((keys as Record<string, Record<string, unknown>> | undefined)?.[userId]?.[deviceId] === undefined) return;
  throw new SettingsProblem(`MATRIX_ACCESS_TOKEN belongs to a device whose keys are not in ${store}; put that file back, or set the MATRIX_ACCESS_TOKEN of a new device, or MATRIX_PASSWORD instead.`);
}

async function withPassword({ homeserver: base, user, deviceName }: MatrixSettings, deviceId: string, password: string): Promise<Device> {
  const body = {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password,
    device_id: deviceId,
    initial_device_display_name: deviceName,
  };
  try {
    const answer = await call({ base, method: 'POST', path: '/_matrix/client/v3/login', body });
    return { userId: String(answer['user_id']), deviceId: String(answer['device_id']), token: String(answer['access_token']) };
  } catch (error) {
    if (!(error instanceof MatrixFailure) || error.status === null || error.status === 429 || error.status >= 500) throw error;
    if (error.code === 'M_FORBIDDEN') throw new SettingsProblem('The homeserver does not accept MATRIX_USER_ID with MATRIX_PASSWORD; correct them.', { cause: error });
    if (error.code === 'M_USER_DEACTIVATED') throw new SettingsProblem('The account of MATRIX_USER_ID has been deactivated; use another one.', { cause: error });
    throw new SettingsProblem('The homeserver takes no password from programs; set MATRIX_ACCESS_TOKEN instead of MATRIX_PASSWORD.', { cause: error });
  }
}

async function tokenOwner(base: string, token: string): Promise<{ userId: string; deviceId: string }> {
  return whoAmI(base, token).catch((error: unknown) => {
    throw isUnknownToken(error) ? new SettingsProblem('The homeserver does not accept MATRIX_ACCESS_TOKEN (any more); make a new one.', { cause: error }) : error;
  });
}

async function whoAmI(base: string, token: string): Promise<{ userId: string; deviceId: string }> {
  const { user_id: userId, device_id: deviceId } = await call({ base, method: 'GET', path: '/_matrix/client/v3/account/whoami', token });
  if (typeof userId !== 'string' || typeof deviceId !== 'string') throw new SettingsProblem('MATRIX_ACCESS_TOKEN belongs to no device; make one by logging in.');
  return { userId, deviceId };
}

function isUnknownToken(error: unknown): boolean {
  return error instanceof MatrixFailure && error.status === 401;
}

function save(file: StoreFile, device: Device): void {
  file.write(() => {
    file.setEntry('account', 'device', device);
    file.setEntry('account', 'intended', null);
  });
}

/** `name`, `@name` and `@name:server` are the same person. */
function sameUser(setting: string, userId: string): boolean {
  const wanted = setting.replace(/^@/, '').toLowerCase();
  return wanted === userId.slice(1).toLowerCase() || wanted === userId.slice(1, userId.indexOf(':')).toLowerCase();
}
