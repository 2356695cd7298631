import type { Human } from './human.ts';

type Request = (method: string, path: string, ...rest: unknown[]) => Promise<unknown>;

/** Holds back the keys that a person's client sends to devices, as a slow federation does; the messages themselves go out. */
export function withholdKeys(human: Human): { release(): Promise<void> } {
  const http = human.client.http as unknown as { authedRequest: Request };
  const send = http.authedRequest.bind(http);
  const held: (() => Promise<unknown>)[] = [];
  http.authedRequest = async (method, path, ...rest) => {
    if (!path.includes('/sendToDevice/m.room.encrypted')) return send(method, path, ...rest);
    held.push(async () => send(method, path, ...rest));
    return '{}';
  };
  return {
    async release() {
      http.authedRequest = send;
      for (const go of held.splice(0)) await go();
    },
  };
}
