/**
 * npm run doctor: looks at settings, process file, database, clock, zone data, the messengers and the running bot, and
 * changes nothing. One line a finding; exit 1 when one of them is bad.
 */
import '../adapters/system/utc.ts';
import { readFileSync } from 'node:fs';
import { examineDatabase } from '../adapters/storage/doctor.ts';
import { examineMatrix } from '../adapters/matrix/doctor.ts';
import { examineSecrecy, examineSystem } from '../adapters/system/doctor.ts';
import { loadEnvFile } from '../adapters/system/env-file.ts';
import { createApis } from '../adapters/telegram/api.ts';
import { describe, lostAccess } from '../adapters/telegram/errors.ts';
import { readConfig, type Settings } from '../src/config.ts';
import { err } from '../src/kernel/result.ts';
import type { Finding } from '../src/ports/finding.ts';
import { privacyOperatorComplete } from '../src/process/facts.ts';
import { parseProcessFile } from '../src/process/file.ts';

/** So long somebody else may take to answer. */
const PATIENCE_SECONDS = 10;

const ok = (what: string): Finding => ({ level: 'ok', what, remedy: null });
const warn = (what: string, remedy: string): Finding => ({ level: 'warn', what, remedy });
const bad = (what: string, remedy: string): Finding => ({ level: 'bad', what, remedy });
let isBad = false;

const unreadable = loadEnvFile();
const config = unreadable === null ? readConfig(process.env) : err([unreadable]);
const secrecy = examineSecrecy('.env');
if (secrecy !== null) tell('settings', secrecy);
if (config.ok) {
  tell('settings', ok('all settings can be read'));
  const zone = examineProcess(config.value);
  tell('database', ...(await examineDatabase(config.value.databaseUrl.reveal(), Date.now())));
  tell('clock', ...(await examineSystem(zone)));
  const { telegram, matrix } = config.value;
  if (telegram === null && matrix === null) tell('messenger', warn('none is configured, so npm start opens the rehearsal', 'set TELEGRAM_BOT_TOKEN, or MATRIX_HOMESERVER_URL and MATRIX_USER_ID, for the real thing'));
  if (telegram !== null) tell('telegram', ...(await examineTelegram(telegram)));
  if (matrix !== null) tell('matrix', ...(await examineMatrix({ homeserver: matrix.homeserver, store: matrix.store })));
  if (config.value.http !== null) tell('bot', await examineBot(config.value.http));
} else {
  tell('settings', ...config.error.map((sentence) => bad(...split(sentence))));
  tell('clock', ...(await examineSystem('Europe/Berlin')));
}
process.exitCode = isBad ? 1 : 0;

function tell(about: string, ...findings: readonly Finding[]): void {
  for (const { level, what, remedy } of findings) {
    if (level === 'bad') isBad = true;
    process.stdout.write(`${level.padEnd(5)}${about.padEnd(10)}${what}${remedy === null ? '' : ` → ${remedy}`}\n`);
  }
}

/** Answers the zone of the process. */
function examineProcess({ processFile: path, telegram, matrix }: Settings): string {
  const fallback = 'Europe/Berlin';
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    tell('process', bad(`PROCESS_FILE ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`, 'name an existing file, e.g. process/moessingen.yaml'));
    return fallback;
  }
  const read = parseProcessFile(text, path);
  if (!read.ok) {
    tell('process', ...read.problems.map(({ sentence }) => bad(...split(sentence))));
    return fallback;
  }
  const who = "who is responsible for people's data and how to reach the data protection officer";
  const incomplete = telegram === null && matrix === null ? warn : bad;
  tell('process', ok(`${path} is valid`));
  tell('process', privacyOperatorComplete(read.process) ? ok(`it says ${who}`) : incomplete(`it does not say ${who}`, 'fill in process.privacy; before people the bot will not start without'));
  if (read.missing.length > 0) tell('process', warn(`${read.missing.length} facts are still open`, 'the bot names them to the office (/amt); fill them in where you know them'));
  return read.process.process.zone;
}

async function examineTelegram(telegram: NonNullable<Settings['telegram']>): Promise<Finding[]> {
  const { calls } = createApis(telegram.token.reveal(), telegram.apiRoot, PATIENCE_SECONDS);
  try {
    const { username } = await calls.getMe();
    const { url = '', pending_update_count: pending } = await calls.getWebhookInfo();
    const wanted = telegram.receiving.kind === 'webhook' ? telegram.receiving.url : '';
    return [
      ok(`Telegram knows the bot as @${username}`),
      url === wanted ? ok(`updates come by ${wanted === '' ? 'polling' : 'webhook'}; ${pending} are waiting`) : warn('Telegram is set to send updates another way than the settings say', 'the next start of the bot sets it right'),
      ...(await examineSkew(telegram.apiRoot)),
    ];
  } catch (error) {
    return [lostAccess(error) ? bad('Telegram does not accept TELEGRAM_BOT_TOKEN', 'copy the current token from @BotFather (/token)') : bad(`Telegram cannot be reached (${describe(error)})`, 'check the network, a proxy, TELEGRAM_API_ROOT')];
  }
}

/** Every HTTP answer carries the time by its server's clock, in whole seconds. */
async function examineSkew(apiRoot: string): Promise<Finding[]> {
  const answer = await fetch(apiRoot, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_SECONDS * 1_000) }).catch(() => null);
  const theirs = Date.parse(answer?.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return [];
  const skew = Math.round((Date.now() - theirs) / 1_000);
  if (Math.abs(skew) <= 5) return [ok('our clock and that of the Telegram server agree')];
  return [(Math.abs(skew) > 60 ? bad : warn)(`our clock is ${Math.abs(skew)} s ${skew > 0 ? 'ahead of' : 'behind'} that of the Telegram server`, 'set the clock (NTP): deadlines and reminders go by it')];
}

async function examineBot({ host, port }: NonNullable<Settings['http']>): Promise<Finding> {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}/readyz`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_SECONDS * 1_000) }).catch(() => null);
  if (answer === null) return ok(`no bot answers at HTTP_ADDRESS (${host}:${port}); it is not running, or not here`);
  if (answer.ok) return ok('the bot is running and takes part');
  const reason = (await answer.text()).trim().slice(0, 200).replace(/\p{Cc}/gu, ' ');
  return answer.status === 503 ? warn(`the bot is running but takes no part: ${reason}`, 'see its log') : warn(`somebody else answers at HTTP_ADDRESS (${host}:${port})`, 'name another address');
}

/** A sentence of ours: what is wrong; the remedy. */
function split(sentence: string): [string, string] {
  const at = sentence.indexOf('; ');
  return at < 0 ? [sentence, 'see the example in .env.example'] : [sentence.slice(0, at), sentence.slice(at + 2).replace(/\.$/, '')];
}
