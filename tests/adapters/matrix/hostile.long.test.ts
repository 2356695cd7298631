import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Caller } from '../../support/matrix/caller.ts';
import { HostileProxy, type Fault } from '../../support/matrix/hostile.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';

onSynapse('a proxy that misbehaves', (server) => {
  let proxy: HostileProxy;
  let caller: Caller;
  let room: string;

  beforeEach(async () => {
    proxy = await HostileProxy.before(server().url);
    caller = new Caller(proxy.url, await server().register('caller'));
    room = await caller.createRoom();
  });
  afterEach(() => proxy.stop());

  async function sayTwice(fault: Fault): Promise<{ first: number | string; second: number; reached: boolean[]; events: number }> {
    const transaction = randomUUID();
    proxy.fail(/\/send\//, fault, 1);
    const first = await caller
      .say(room, transaction, fault.kind === 'HANG' ? 500 : undefined)
      .then(async (response) => (await response.text(), response.status))
      .catch(() => 'nothing');
    const second = await caller.say(room, transaction);
    await second.text();
    const attempts = proxy.ledger.exchanges.filter((exchange) => exchange.transaction === transaction);
    return { first, second: second.status, reached: attempts.map(({ reached }) => reached), events: proxy.ledger.eventsByTransaction().get(transaction)?.size ?? 0 };
  }

  test.each<[string, Fault, number | string, boolean]>([
    ['limits', { kind: 'LIMIT', retryAfterMs: 70 }, 429, false],
    ['is out of order', { kind: 'STATUS', status: 503 }, 503, false],
    ['is silent', { kind: 'HANG' }, 'nothing', false],
    ['resets after it was done', { kind: 'RESET' }, 'nothing', true],
    ['cuts the answer', { kind: 'CUT' }, 'nothing', true],
  ])('it %s once; the same transaction again makes one event', async (_, fault, heard, reached) => {
    expect(await sayTwice(fault)).toEqual({ first: heard, second: 200, reached: [reached, true], events: 1 });
  });

  test('its limits name a time or none; its ledger counts and holds no token', async () => {
    proxy.fail(/whoami/, { kind: 'LIMIT', retryAfterMs: 70 }, 1);
    proxy.fail(/whoami/, { kind: 'LIMIT', retryAfterMs: null });
    expect(await (await caller.call('GET', 'account/whoami')).json()).toMatchObject({ errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 70 });
    expect(await (await caller.call('GET', 'account/whoami?access_token=secret')).json()).not.toHaveProperty('retry_after_ms');
    proxy.calm();
    expect((await caller.call('GET', 'account/whoami')).status).toBe(200);
    expect(proxy.ledger.of(/whoami/).map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(proxy.ledger.busiestSecond(/whoami/)).toBe(3);
    expect(JSON.stringify(proxy.ledger.exchanges)).not.toContain('secret');
  });

  test('it goes down and comes up at the same address', async () => {
    await proxy.down();
    await expect(caller.call('GET', 'account/whoami')).rejects.toThrow('fetch failed');
    await proxy.up();
    expect((await caller.call('GET', 'account/whoami')).status).toBe(200);
  });
});
