/** In a room with a bridge, who speaks for somebody of another network is no second person. */
import { expect, test } from 'vitest';
import { decode } from '../../../adapters/matrix/inbound.ts';
import { splitRoom } from '../../../src/kernel/update.ts';
import { onSynapse } from '../../support/matrix/synapse-suite.ts';
import { stage } from './setup.ts';

onSynapse('Matrix, bridged', (server) => {
  test('the bridge’s bot and its ghosts are bots; others on the same server are persons', async () => {
    await using on = await stage(server());
    const [amira, ghost, telegraf] = [await on.human('amira'), await on.human('telegram_4711'), await on.human('telegraf')];
    const state = [{ type: 'm.bridge', state_key: 'net.maunium.telegram://telegram/1', content: { bridgebot: `@telegrambot:${server().name}`, protocol: { id: 'telegram' }, channel: { id: '1' } } }];
    const room = await on.room(amira, { encrypted: false, invite: [ghost.userId, telegraf.userId], state });
    for (const human of [ghost, telegraf]) await human.acceptInvitation();
    for (const human of [amira, ghost, telegraf]) await human.say(splitRoom(room).chat, '!termine');
    const heard = (): string[] =>
      [...on.intake.rows.values()].map((row) => decode(row)).flatMap((one) => (one.kind === 'update' && one.update.what.kind === 'text' ? [one.update.sender.kind === 'person' ? one.update.sender.account : one.update.sender.kind] : []));
    await expect.poll(heard, { timeout: 15_000 }).toEqual([amira.userId, 'bot', telegraf.userId]);
  });
});
