/** Composition root: the only file that knows which adapters there are. */
import '../adapters/system/utc.ts';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Console } from '../adapters/console/index.ts';
import { Rehearsal } from '../adapters/console/rehearsal.ts';
import { mountDoorbell } from '../adapters/cron/index.ts';
import { calendar } from '../adapters/documents/calendar.ts';
import { csv } from '../adapters/documents/csv.ts';
import { pictures } from '../adapters/documents/picture.ts';
import { serveHttp } from '../adapters/http/index.ts';
import { figures, whyDeaf } from '../adapters/matrix/health.ts';
import type { MatrixMessenger } from '../adapters/matrix/index.ts';
import type { SessionHealth } from '../adapters/matrix/session.ts';
import { openStore } from '../adapters/storage/store.ts';
import { systemClock } from '../adapters/system/clock.ts';
import { loadEnvFile } from '../adapters/system/env-file.ts';
import { randomIds as ids } from '../adapters/system/ids.ts';
import { createLogger } from '../adapters/system/logger.ts';
import { createMetrics, timed } from '../adapters/system/metrics.ts';
import { readTexts } from '../adapters/system/texts.ts';
import { VirtualClock } from '../adapters/system/virtual-clock.ts';
import { createTelegram, type TelegramMessenger } from '../adapters/telegram/index.ts';
import { readArguments } from './arguments.ts';
import { readConfig, type Settings } from './config.ts';
import { exitCodes, Lifeline } from './lifeline.ts';
import { createFeatures } from './features.ts';
import { Bot } from './kernel/bot.ts';
import { noMetrics, whyNotReady } from './kernel/pulse.ts';
import { zonedInstant } from './kernel/time.ts';
import type { Clock } from './ports/clock.ts';
import { SettingsProblem, type Messenger } from './ports/messenger.ts';
import type { Metrics } from './ports/metrics.ts';
import type { Store } from './ports/store.ts';
import { marked, probeMarks } from './probe.ts';
import type { ProcessFile } from './process/file.ts';
import { demandKeys, installation, officerCode } from './start.ts';
import { demandOperator, readProcess, takeProcess } from './take-process.ts';
import { createLanguages } from './view/language.ts';

// What the bot writes is for its own account only: the database holds people's names.
process.umask(0o077);
const typed = readArguments(process.argv.slice(2));
if (!typed.ok) refuse([typed.error]);
const flags = typed.value;
const unreadable = loadEnvFile();
if (unreadable !== null) refuse([unreadable]);
const config = readConfig(process.env);
if (!config.ok) refuse(config.error);
const settings: Settings = config.value;
const inTerminal = flags.rehearse || (settings.telegram === null && settings.matrix === null);
const logger = createLogger({ level: settings.logLevel ?? (inTerminal ? 'warn' : 'info'), ids, secrets: secretsOf(settings) });
const life = new Lifeline(logger);
const languages = createLanguages(readTexts());

await life.guard(inTerminal ? rehearse : serve);

/** The bot in real life; or before a test server, by a virtual clock. */
async function serve(): Promise<void> {
  const { http, rehearsal } = settings;
  const virtual = rehearsal === null ? null : new VirtualClock(rehearsal.start ?? systemClock.now(), rehearsal.speed);
  const clock = virtual ?? systemClock;
  const telegram = settings.telegram === null ? null : telegramMessenger(settings.telegram);
  const metrics = createMetrics();
  let matrix: MatrixMessenger | null = null;
  const messengers = async (store: Store): Promise<Messenger[]> => {
    matrix = settings.matrix === null ? null : await matrixMessenger(settings.matrix, store, clock);
    return [telegram, matrix].filter((each) => each !== null);
  };
  const keys = async (): Promise<SessionHealth | null> => (await matrix?.health()) ?? null;
  const { file, bot, code } = await build(settings.databaseUrl.reveal(), clock, messengers, metrics);
  metrics.watch(() => bot.pulse(), () => clock.now(), async () => keys().then((health) => (health === null ? {} : figures(health))));
  let up = false;
  if (http !== null) {
    const receiving = settings.telegram?.receiving;
    const webhook = telegram !== null && receiving?.kind === 'webhook' ? { path: receiving.path, handle: telegram.handleWebhook.bind(telegram) } : null;
    const alive = async (): Promise<null> => bot.pulse().then(() => null);
    // By a virtual clock nobody can say how long it is that a messenger was heard.
    const ready = async (): Promise<string | null> => (!up ? 'starting or stopping' : virtual !== null ? null : (whyNotReady(await bot.pulse(), clock.now()) ?? whyDeaf(await keys(), Date.now())));
    const server = await serveHttp({ ...http, alive, ready, metrics: () => metrics.exposition(), webhook, logger }).catch((error: NodeJS.ErrnoException) => {
      const [problem, remedy] = /^(ENOTFOUND|EAI_AGAIN|EADDRNOTAVAIL)$/.test(error.code ?? '') ? ['is no address of this machine', 'one of its own, e.g. 127.0.0.1:8080'] : ['cannot be had', 'a free one'];
      throw new SettingsProblem(`HTTP_ADDRESS ${http.host}:${http.port} ${problem} (${error.code}); name ${remedy}, or nothing to switch it off.`);
    });
    life.onEnd(() => server.close());
  }
  life.onEnd(() => {
    up = false;
    return bot.stop();
  });
  await bot.start();
  // A virtual clock is moved by hand and wakes for itself.
  if (virtual === null) life.onExit(mountDoorbell(() => bot.ring()));
  up = true;
  logger.info({ telegram: settings.telegram?.receiving.kind ?? 'off', matrix: settings.matrix !== null, virtual: virtual !== null }, 'the bot is up');
  if (code !== null) tellCode(code);
  await (virtual === null ? life.ended : moveByHand(virtual, bot, file));
}

/** Everything on a throwaway database, in the terminal. */
async function rehearse(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'miteinander-probe-'));
  life.onExit(() => rmSync(folder, { recursive: true, force: true }));
  const start = settings.rehearsal?.start ?? zonedInstant('2018-10-22', '09:00', 'Europe/Berlin');
  const clock = new VirtualClock(start, settings.rehearsal?.speed ?? 0);
  const terminal = new Console(clock, ids.id());
  const { file, bot, code } = await build(`file:${join(folder, 'probe.db')}`, clock, async () => [terminal]);
  life.onEnd(() => bot.stop());
  await bot.start();
  const rehearsal = new Rehearsal({ console: terminal, clock, idle: () => bot.idle(), language: languages.fallback, zone: file.process.zone, print });
  await rehearsal.open(code ?? '', file.events[0]?.key ?? null);
  await rehearsal.run(createInterface({ input: process.stdin }), life.signal);
}

/** `.zeit` moves the clock; the end of the input ends nothing, for a service may have none. */
async function moveByHand(clock: VirtualClock, bot: Bot, file: ProcessFile): Promise<void> {
  const rehearsal = new Rehearsal({ console: null, clock, idle: () => bot.idle(), language: languages.fallback, zone: file.process.zone, print });
  await rehearsal.run(createInterface({ input: process.stdin }), life.signal);
  await life.ended;
}

async function build(databaseUrl: string, clock: Clock, speak: (store: Store) => Promise<readonly Messenger[]>, metrics: Metrics = noMetrics): Promise<{ file: ProcessFile; bot: Bot; code: string | null }> {
  const { processFile: path, rehearsal } = settings;
  const source = readProcess(readText(path), path);
  if (!inTerminal) demandOperator(source.file, path);
  const fatal = (error: unknown): void => life.panic(error, 'nothing may be acknowledged any more; start again');
  const store = timed(await openStore(databaseUrl, { onFatal: fatal }), metrics);
  life.onLastEnd(() => store.close());
  const { secret } = await installation(store, ids, inTerminal || rehearsal !== null ? 'virtual' : 'real');
  const file = await takeProcess(store, source, { now: clock.now(), ask: askAboutProcess });
  const code = await officerCode(store, ids, settings.officerCode?.reveal() ?? null, clock.now());
  // In the terminal everything is a rehearsal; before people it must say so.
  const mark = !inTerminal && rehearsal !== null;
  const { features, directory } = createFeatures({ languages, documents: { calendar, csv }, ids, startedAt: clock.now() });
  const messengers = await speak(store);
  const shown = mark ? messengers.map((messenger) => marked(messenger, probeMarks(languages))) : messengers;
  const bot = new Bot({ store, clock, ids, logger, languages, directory, features, messengers: shown, secret, onFatal: fatal, metrics, pictures });
  for (const messenger of messengers) {
    messenger.onFatal = (sentence) => {
      if (!bot.lose(messenger.platform, sentence)) void life.end(exitCodes.settings, sentence);
    };
  }
  return { file, bot, code };
}

function telegramMessenger({ token, apiRoot, receiving }: NonNullable<Settings['telegram']>): TelegramMessenger {
  const webhook = receiving.kind === 'webhook' ? { url: receiving.url, secret: receiving.secret.reveal() } : undefined;
  return createTelegram({ token: token.reveal(), apiRoot, webhook, logger });
}

/** Loaded only where it is wanted: its cryptography alone takes 40 MB. */
async function matrixMessenger(matrix: NonNullable<Settings['matrix']>, store: Store, clock: Clock): Promise<MatrixMessenger> {
  await demandKeys(store, matrix, (statSync(matrix.store, { throwIfNoEntry: false })?.size ?? 0) > 0);
  const { createMatrix } = await import('../adapters/matrix/index.ts');
  const isOfficer = (account: string): Promise<boolean> =>
    store.view(async (records) => {
      const identity = await records.people.identity('matrix', account);
      const staff = identity === null ? null : await records.office.staff(identity.personId);
      return staff !== null && staff.role !== 'HELPER';
    });
  return createMatrix({
    settings: {
      homeserver: matrix.homeserver,
      user: matrix.userId,
      password: matrix.password?.reveal() ?? null,
      accessToken: matrix.accessToken?.reveal() ?? null,
      recoveryKey: matrix.recoveryKey?.reveal() ?? null,
      store: matrix.store,
      storePassphrase: matrix.storePassphrase?.reveal() ?? null,
      allowedRooms: matrix.allowedRooms.map((name) => (name.startsWith('!') ? name : `:${name}`)),
      shareKeys: matrix.shareKeys,
      deviceName: 'Miteinander',
    },
    isOfficer,
    // Once, on standard output and not in the log.
    showRecoveryKey: (key) => print(languages.fallback.t('console-recovery-key', { key })),
    showEmojis: (account, emojis) => print(languages.fallback.t('console-emojis', { account, emojis: emojis.map(({ symbol, name }) => `${symbol} ${name}`).join(' · ') })),
    onPanic: (error) => life.panic(error, 'the keys could not be kept; start again'),
    clock,
    logger,
  });
}

/** At a terminal a person decides; elsewhere only the flag does. */
async function askAboutProcess(differences: readonly string[]): Promise<boolean> {
  for (const sentence of ['PROCESS_FILE has changed since it was taken over:', ...differences.map((difference) => `- ${difference}`)]) print(sentence);
  if (flags.acceptProcess) return true;
  if (process.stdin.isTTY !== true) {
    print('The stored process stays as it is; npm start -- --accept-process takes the new one.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await new Promise<string>((resolve) => terminal.question('Take the new one? [y/N] ', resolve));
  terminal.close();
  return /^(y|yes|j|ja)$/i.test(answer.trim());
}

/** Once, on standard output and not in the log. */
function tellCode(code: string): void {
  const language = languages.fallback;
  print(settings.officerCode === null ? language.t('console-officer-code', { code }) : language.t('console-officer-code-given'));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SettingsProblem(`PROCESS_FILE ${path} cannot be read (${(error as NodeJS.ErrnoException).code}); name an existing file, e.g. process/moessingen.yaml.`);
  }
}

function secretsOf({ telegram, matrix, officerCode: code, databaseUrl }: Settings): string[] {
  const { password } = URL.parse(databaseUrl.reveal()) ?? { password: '' };
  const webhook = telegram?.receiving.kind === 'webhook' ? telegram.receiving.secret.reveal() : '';
  const keys = [matrix?.password, matrix?.accessToken, matrix?.recoveryKey, matrix?.storePassphrase].map((secret) => secret?.reveal() ?? '');
  return [telegram?.token.reveal() ?? '', webhook, ...keys, code?.reveal() ?? '', decodeURIComponent(password)];
}

function refuse(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(exitCodes.settings);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
