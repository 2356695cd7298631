import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { Caller } from '../../support/matrix/caller.ts';
import { onOwnSynapse } from '../../support/matrix/synapse-suite.ts';

onOwnSynapse('a homeserver of its own', 'default', (server) => {
  test('it limits, stops answering, dies and comes back with what it had', async () => {
    const caller = new Caller(server().url, await server().register('caller'));
    const room = await caller.createRoom();
    const said: number[] = [];
    while (said.at(-1) !== 429 && said.length < 20) said.push((await caller.say(room, randomUUID())).status);
    expect(said.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5);
    expect(said.at(-1)).toBe(429);

    server().pause();
    await expect(caller.call('GET', 'account/whoami', undefined, 500)).rejects.toThrow('timeout');
    server().resume();
    expect((await caller.call('GET', 'account/whoami')).status).toBe(200);
    await server().kill();
    await expect(caller.call('GET', 'account/whoami')).rejects.toThrow('fetch failed');
    await server().restart();
    expect(await (await caller.call('GET', 'joined_rooms')).json()).toEqual({ joined_rooms: [room] });
  }, 90_000);
});
