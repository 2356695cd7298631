import type { Person } from './person.ts';
import type { Room } from './room.ts';
import { FakeTelegram, type FakeTelegramOptions } from './server.ts';

/**
 * The fake server as a process of its own, for benchmarks: steered over IPC so that its work is not measured as the
 * bot's. Options come as JSON in FAKE_TELEGRAM_OPTIONS. Start it with `launchFakeTelegram` from remote.ts.
 */
export type RemoteRequest =
  /** Creates users; answers their ids. */
  | { do: 'users'; count: number; started?: boolean; language?: string }
  /** Creates a room with these members; answers its id. */
  | { do: 'room'; kind: 'group' | 'supergroup' | 'channel'; members: number[]; title?: string; forum?: boolean }
  /** Each user says a text: in a room, or without one to the bot. */
  | { do: 'say'; chat?: number; texts: { user: number; text: string }[] }
  /** Presses in order; all at once, or evenly spread over `overMs` (answers when the last is done). */
  | { do: 'press'; chat: number; message: number; presses: { user: number; button: string | number; forge?: string }[]; overMs?: number }
  /** Messages of a chat as everybody sees them: the last `last` (default 50) as {id, text, buttons}. */
  | { do: 'screen'; chat: number; last?: number }
  | { do: 'stats'; chat?: number }
  /** Forgets nothing of the world, but starts counting presses and calls anew. */
  | { do: 'reset' }
  | { do: 'stop' };

/** Latencies are press → answerCallbackQuery received, ms. */
export interface RemoteStats {
  presses: number;
  answers: number;
  p50: number;
  p99: number;
  max: number;
  refusedAnswers: number;
  floods: number;
  violations: number;
  sends: number;
  edits: number;
  /** Most sends and edits within any 60 s, and within any second. */
  busiestMinute: number;
  busiestSecond: number;
  /** When the first and the last of them came, by the machine's clock. */
  firstAt: number;
  lastAt: number;
  pending: number;
  /** Whether the bot is asking for updates. */
  polling: boolean;
  /** Text of the newest message of the bot in the chat asked for. */
  lastText: string | undefined;
  memoryMb: number;
  /** Processor time of this server since its start, ms. */
  cpuMs: number;
}

if (process.send !== undefined) {
  const server = await FakeTelegram.start(JSON.parse(process.env['FAKE_TELEGRAM_OPTIONS'] ?? '{}') as FakeTelegramOptions);
  const people = new Map<number, Person>();
  const rooms = new Map<number, Room>();
  let since = { presses: 0, calls: 0, floods: 0 };
  process.on('message', (message: { id: number; request: RemoteRequest }) => {
    obey(message.request).then(
      (result) => process.send?.({ id: message.id, result }),
      (error: unknown) => process.send?.({ id: message.id, error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.send({ url: server.url, token: server.token });

  const person = (id: number): Person => {
    const found = people.get(id);
    if (!found) throw new Error(`no user ${id}`);
    return found;
  };

  async function obey(request: RemoteRequest): Promise<unknown> {
    switch (request.do) {
      case 'users':
        return Array.from({ length: request.count }, () => {
          const user = server.user({ started: request.started ?? false, ...(request.language === undefined ? {} : { language_code: request.language }) });
          people.set(user.id, user);
          return user.id;
        });
      case 'room': {
        const room = server[request.kind]({ members: request.members.map(person), forum: request.forum ?? false, ...(request.title === undefined ? {} : { title: request.title }) });
        rooms.set(room.id, room);
        return room.id;
      }
      case 'say':
        for (const { user, text } of request.texts) {
          const room = request.chat === undefined ? undefined : rooms.get(request.chat);
          if (room) person(user).say(room, text);
          else person(user).say(text);
        }
        return request.texts.length;
      case 'press': {
        const start = performance.now();
        const gap = (request.overMs ?? 0) / request.presses.length;
        for (const [index, { user, button, forge }] of request.presses.entries()) {
          const wait = start + gap * index - performance.now();
          if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
          person(user).press({ chatId: request.chat, id: request.message }, button, forge === undefined ? {} : { forge });
        }
        return request.presses.length;
      }
      case 'screen':
        return server.screen(request.chat).slice(-(request.last ?? 50)).map(({ id, text, buttons }) => ({ id, text, buttons }));
      case 'reset':
        since = { presses: server.presses.length, calls: Date.now(), floods: server.floods.length };
        return true;
      case 'stop':
        await server.stop();
        setImmediate(() => process.disconnect());
        return true;
      case 'stats':
        return stats(request.chat);
    }
  }

  function stats(chat: number | undefined): RemoteStats {
    const presses = server.presses.slice(since.presses);
    const latencies = presses.flatMap((press) => press.latencyMs ?? []).toSorted((a, b) => a - b);
    const at = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
    const calls = server.sendsAndEdits(chat).filter((call) => call.realAt >= since.calls);
    const times = calls.map(({ realAt }) => realAt).toSorted((a, b) => a - b);
    return {
      presses: presses.length, answers: latencies.length, p50: at(0.5), p99: at(0.99), max: at(1),
      refusedAnswers: presses.reduce((sum, press) => sum + press.refused, 0),
      floods: server.floods.length - since.floods, violations: server.violations.length,
      sends: calls.filter((call) => call.method.startsWith('send')).length, edits: calls.filter((call) => call.method.startsWith('edit')).length,
      busiestMinute: mostWithin(times, 60_000), busiestSecond: mostWithin(times, 1_000), firstAt: times[0] ?? 0, lastAt: times.at(-1) ?? 0,
      pending: server.pendingUpdates.length, polling: server.world.updates.polling,
      lastText: chat === undefined ? undefined : server.screen(chat).findLast((message) => message.own)?.text,
      cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1000,
      memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    };
  }
}

/** `times` in order. */
function mostWithin(times: readonly number[], ms: number): number {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to += 1) {
    while (times[to]! - times[from]! >= ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
