import { fork } from 'node:child_process';
import type { RemoteRequest } from './run.ts';
import type { FakeTelegramOptions } from './server.ts';

/** A fake server in a child process. */
export interface RemoteTelegram {
  url: string;
  token: string;
  ask(request: RemoteRequest): Promise<unknown>;
  stop(): Promise<void>;
}

type Reply = { id: number; result?: unknown; error?: string } | { url: string; token: string };

/** Starts it; the clock is the machine's. */
export async function launchFakeTelegram(options: Omit<FakeTelegramOptions, 'clock'> = {}): Promise<RemoteTelegram> {
  const child = fork(new URL('run.ts', import.meta.url), { env: { ...process.env, FAKE_TELEGRAM_OPTIONS: JSON.stringify(options) }, execArgv: [] });
  const open = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let next = 0;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const ready = await new Promise<{ url: string; token: string }>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`fake Telegram ended with code ${code}`)));
    child.on('message', (message: Reply) => {
      if ('url' in message) {
        resolve(message);
        return;
      }
      const asked = open.get(message.id);
      open.delete(message.id);
      if (message.error === undefined) asked?.resolve(message.result);
      else asked?.reject(new Error(message.error));
    });
  });
  void exited.then(() => {
    for (const asked of open.values()) asked.reject(new Error('fake Telegram ended'));
  });
  const ask = (request: RemoteRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      next += 1;
      open.set(next, { resolve, reject });
      child.send({ id: next, request });
    });
  return {
    ...ready,
    ask,
    stop: async () => {
      await ask({ do: 'stop' });
      await exited;
    },
  };
}
