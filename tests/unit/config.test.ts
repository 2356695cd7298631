import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig, Secret, type Environment } from '../../src/config.ts';
import { fields } from '../../src/config-fields.ts';

const TOKEN = '700100200:AAFakeTokenForTestsOnly-0123456789abcde';
const SECRET = 'a'.repeat(31) + 'Z';
const WEBHOOK = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram', TELEGRAM_WEBHOOK_SECRET: SECRET };
const MATRIX = { MATRIX_HOMESERVER_URL: 'https://matrix.example.org', MATRIX_USER_ID: '@mitmachen:example.org', MATRIX_PASSWORD: 'geheim-1' };

function settings(env: Environment) {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value;
}

function complaints(env: Environment): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.error;
}

describe('readConfig', () => {
  it('needs nothing: without settings there is no messenger and everything else has its default', () => {
    const read = settings({});
    expect(read.databaseUrl.reveal()).toBe('file:./data/miteinander.db');
    expect({ ...read, databaseUrl: null }).toEqual({
      databaseUrl: null, processFile: 'process/moessingen.yaml', telegram: null, matrix: null, officerCode: null, http: { host: '127.0.0.1', port: 8080 }, logLevel: null, rehearsal: null,
    });
  });

  it('takes an empty setting for one that is not there, and an empty HTTP_ADDRESS for off', () => {
    expect(settings({ TELEGRAM_BOT_TOKEN: '', LOG_LEVEL: ' ', MATRIX_USER_ID: '' }).telegram).toBeNull();
    expect(settings({ HTTP_ADDRESS: '' }).http).toBeNull();
    expect(settings({ HTTP_ADDRESS: '[::1]:0' }).http).toEqual({ host: '::1', port: 0 });
  });

  it('knows polling and webhook apart', () => {
    expect(settings({ TELEGRAM_BOT_TOKEN: TOKEN }).telegram).toMatchObject({ apiRoot: 'https://api.telegram.org', receiving: { kind: 'polling' } });
    const { receiving } = settings(WEBHOOK).telegram!;
    expect(receiving).toMatchObject({ kind: 'webhook', url: 'https://bot.example.org/telegram', path: '/telegram' });
    expect(settings({ ...WEBHOOK, TELEGRAM_WEBHOOK_URL: 'http://127.0.0.1:9/hook' }).telegram!.receiving).toMatchObject({ path: '/hook' });
  });

  it('reads what Matrix needs', () => {
    const read = settings({ ...MATRIX, MATRIX_HOMESERVER_URL: 'https://matrix.example.org/', MATRIX_ALLOWED_ROOMS: 'example.org, !abc:other.org !v12id' }).matrix!;
    expect(read).toMatchObject({ homeserver: 'https://matrix.example.org', userId: '@mitmachen:example.org', accessToken: null, shareKeys: 'any', store: './data/matrix.db', allowedRooms: ['example.org', '!abc:other.org', '!v12id'] });
    expect(read.password!.reveal()).toBe('geheim-1');
    expect(settings({ TELEGRAM_BOT_TOKEN: TOKEN }).matrix).toBeNull();
  });

  it('reads the virtual clock', () => {
    expect(settings({ REHEARSAL_START: '2018-10-22T09:00:00+02:00', REHEARSAL_SPEED: '60' }).rehearsal).toEqual({ start: Date.UTC(2018, 9, 22, 7), speed: 60 });
    const test = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/', REHEARSAL_START: '2018-10-22T09:00:00+02:00' };
    expect(settings(test)).toMatchObject({ telegram: { apiRoot: 'http://127.0.0.1:8081' }, rehearsal: { speed: 0 } });
  });

  const wrong: readonly [string, Environment][] = [
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:geheim-1@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://u:geheim-1%zz@h/db' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://u:geheim-1@h/%zz' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgresql://x geheim-1:::z' }],
    ['TELEGRAM_BOT_TOKEN', { TELEGRAM_BOT_TOKEN: 'geheim-1' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'ftp://x' }],
    ['TELEGRAM_API_ROOT', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://me:geheim-1@x' }],
    ['TELEGRAM_WEBHOOK_URL', { ...WEBHOOK, TELEGRAM_WEBHOOK_URL: 'http://bot.example.org/telegram' }],
    ['TELEGRAM_WEBHOOK_URL', { ...WEBHOOK, TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/' }],
    ['TELEGRAM_WEBHOOK_URL', { TELEGRAM_WEBHOOK_URL: WEBHOOK.TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET: SECRET }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: undefined }],
    ['TELEGRAM_WEBHOOK_SECRET', { ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: 'geheim-1'.repeat(3) }],
    ['TELEGRAM_WEBHOOK_SECRET', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: SECRET }],
    ['HTTP_ADDRESS', { HTTP_ADDRESS: '8080' }],
    ['HTTP_ADDRESS', { HTTP_ADDRESS: '127.0.0.1:99999' }],
    ['HTTP_ADDRESS', { ...WEBHOOK, HTTP_ADDRESS: '' }],
    ['OFFICER_CODE', { OFFICER_CODE: 'kurz' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'laut' }],
    ['REHEARSAL_START', { REHEARSAL_START: '2018-10-22' }],
    ['REHEARSAL_START', { REHEARSAL_START: '2018-10-22T09:00:00' }],
    ['REHEARSAL_START', { TELEGRAM_BOT_TOKEN: TOKEN, REHEARSAL_START: '2018-10-22T09:00:00Z' }],
    ['REHEARSAL_START', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'https://API.telegram.org:443/', REHEARSAL_START: '2018-10-22T09:00:00Z' }],
    ['REHEARSAL_SPEED', { REHEARSAL_SPEED: '-1' }],
    ['REHEARSAL_SPEED', { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'http://127.0.0.1:8081', REHEARSAL_SPEED: '2' }],
    ['MATRIX_USER_ID', { MATRIX_USER_ID: '@bot:example.org', MATRIX_PASSWORD: 'geheim-1' }],
    ['MATRIX_USER_ID', { ...MATRIX, MATRIX_USER_ID: undefined }],
    ['MATRIX_USER_ID', { ...MATRIX, MATRIX_USER_ID: 'mitmachen' }],
    ['MATRIX_HOMESERVER_URL', { ...MATRIX, MATRIX_HOMESERVER_URL: 'http://matrix.example.org' }],
    ['MATRIX_HOMESERVER_URL', { ...MATRIX, MATRIX_HOMESERVER_URL: 'https://me:geheim-1@matrix.example.org' }],
    ['MATRIX_ACCESS_TOKEN', { ...MATRIX, MATRIX_ACCESS_TOKEN: 'geheim-1 geheim-1' }],
    ['MATRIX_RECOVERY_KEY', { ...MATRIX, MATRIX_RECOVERY_KEY: 'geheim-1' }],
    ['MATRIX_STORE_PASSPHRASE', { ...MATRIX, MATRIX_STORE_PASSPHRASE: 'geheim-1' }],
    ['MATRIX_ALLOWED_ROOMS', { ...MATRIX, MATRIX_ALLOWED_ROOMS: 'example.org, #raum:example.org' }],
    ['MATRIX_SHARE_KEYS', { ...MATRIX, MATRIX_SHARE_KEYS: 'alle' }],
    ['REHEARSAL_START', { ...MATRIX, REHEARSAL_START: '2018-10-22T09:00:00Z' }],
  ];
  it.each(wrong)('refuses a wrong %s in one sentence with a remedy (%j)', (name, env) => {
    const said = complaints(env);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name} `));
    expect(said[0]).toMatch(/[;:].+\.$/);
    expect(said[0]).not.toContain('\n');
    for (const secret of ['geheim-1', TOKEN, SECRET]) expect(said[0]).not.toContain(secret);
  });

  it('names every wrong setting', () => {
    expect(complaints({ LOG_LEVEL: 'laut', HTTP_ADDRESS: 'x' }).map((sentence) => sentence.split(' ')[0])).toEqual(['HTTP_ADDRESS', 'LOG_LEVEL']);
  });
});

describe('a name that is none', () => {
  it.each<[string, string]>([
    ['TELEGRAM_BOT_TOKNE', 'did you mean TELEGRAM_BOT_TOKEN?'],
    ['TELEGRMA_BOT_TOKEN', 'did you mean TELEGRAM_BOT_TOKEN?'],
    ['telegram_bot_token', 'did you mean TELEGRAM_BOT_TOKEN?'],
    ['MATRIX_HOMESERVER', 'MATRIX_HOMESERVER_URL'],
    ['TELEGRAM_TOKEN', 'TELEGRAM_BOT_TOKEN'],
  ])('%s is told, with the one it may have been', (name, remedy) => {
    const said = complaints({ [name]: 'geheim-1' });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name} is no setting; .+\\.$`));
    expect(said[0]).toContain(remedy);
    expect(said[0]).not.toContain('geheim-1');
  });

  it('hides behind a byte order mark', () => {
    expect(complaints({ '\uFEFFTELEGRAM_BOT_TOKEN': 'geheim-1' })).toEqual(['TELEGRAM_BOT_TOKEN comes after an invisible byte order mark (U+FEFF), so it is not recognised; save .env as UTF-8 without BOM.']);
  });

  it('that is nothing to us is nothing to us', () => {
    expect(complaints({ PATH: '/bin', LOGLEVEL: 'x', TERM: 'x', HTTP_PROXY: 'x', DATABASE: 'x', MATRIX: 'x', MATRIX_OS: 'x' })).toEqual([]);
  });
});

describe('Secret', () => {
  it('cannot be printed by accident', () => {
    const secret = new Secret('geheim-1');
    const tries = [String(secret), secret.toString(), JSON.stringify({ secret }), inspect(secret), inspect({ a: [secret] }, { showHidden: true, depth: 9 }), JSON.stringify(Object.entries(secret))];
    for (const text of tries) expect(text).not.toContain('geheim');
    expect(secret.reveal()).toBe('geheim-1');
  });
});

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');
  it('has every setting once, with a comment', () => {
    for (const name of Object.keys(fields.shape)) expect(text.match(new RegExp(`# .+\\n#?${name}=`, 'g')), name).toHaveLength(1);
  });
  it('is itself a right configuration', () => {
    const env = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
    expect(complaints(env)).toEqual([]);
  });
});
