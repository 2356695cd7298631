/**
 * Once against a test server nobody here wrote. It knows nine methods, ignores offsets (so everything comes again and
 * again) and never waits, hence the short visit.
 */
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { expect, test } from 'vitest';
import { createTelegram } from '../../../adapters/telegram/index.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { say } from '../../../src/view/document.ts';
import { freePort } from '../../support/matrix/synapse-process.ts';
import { MemoryIntake, MemoryLogger } from './recorder.ts';
import { button } from './setup.ts';

test('hears a command, posts a card, hears the press', async () => {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  const token = '1:sampleToken';
  const client = server.getClient(token, { userId: 5_123_456_789, chatId: 5_123_456_789, firstName: 'Amira', timeout: 5_000 });
  const [intake, logger] = [new MemoryIntake(), new MemoryLogger()];
  const telegram = createTelegram({ token, apiRoot: server.config.apiURL, logger });
  try {
    await telegram.start(intake, []);
    await client.sendCommand(client.makeCommand('/zusage 2'));
    await expect.poll(() => intake.rows.size).toBe(1);
    const room = roomId('telegram', '5123456789');
    expect(decoded()).toMatchObject([{ update: { place: { room, kind: 'PRIVATE' }, what: { kind: 'text', text: '/zusage 2' } } }]);

    const posted = await telegram.send({ op: 'post', room, document: say('Auftakt'), buttons: [button('Zusage')], replyTo: null });
    expect(posted).toMatchObject({ kind: 'sent', messageId: expect.stringMatching(/^\d+$/) as string });
    const { result } = await client.getUpdates();
    expect(result.at(-1)?.message).toMatchObject({ text: 'Auftakt', reply_markup: { inline_keyboard: [[{ text: 'Zusage' }]] } });

    const card = { message_id: Number(posted.kind === 'sent' ? posted.messageId : 0) };
    await client.sendCallback(client.makeCallbackQuery('1.Zusage', { message: card }));
    await expect.poll(() => intake.rows.size).toBe(2);
    expect(decoded().at(-1)).toMatchObject({ update: { sender: { account: '5123456789' }, what: { kind: 'press', data: '1.Zusage', messageId: posted.kind === 'sent' ? posted.messageId : '' } } });
  } finally {
    await telegram.stop();
    await server.stop();
  }

  function decoded(): unknown[] {
    return [...intake.rows.values()].map((payload) => telegram.decode(payload));
  }
});
