/** Where a server is older or stricter than we hope: words still arrive, and nothing private becomes public. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTelegram, type TelegramMessenger } from '../../../adapters/telegram/index.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { document, line, say, strong } from '../../../src/view/document.ts';
import { MemoryLogger } from './recorder.ts';
import { stage } from './setup.ts';

type Params = Record<string, unknown>;
type Answer = { ok: true; result: unknown } | { ok: false; error_code: number; description: string; parameters?: { migrate_to_chat_id: number } };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers by a function, and what it was asked. */
async function scripted(answer: (method: string, params: Params) => Answer): Promise<{ telegram: TelegramMessenger; calls: [string, Params][]; logger: MemoryLogger }> {
  const calls: [string, Params][] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      const params = JSON.parse(text) as Params;
      calls.push([method, params]);
      response.setHeader('connection', 'close').end(JSON.stringify(answer(method, params)));
    });
  }).listen(0, '127.0.0.1');
  closing.push(() => server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const logger = new MemoryLogger();
  return { telegram: createTelegram({ token: '1:x', apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, logger, stallSeconds: 2 }), calls, logger };
}

const group = roomId('telegram', '-1001');
const whisper = { op: 'whisper', room: group, account: '5', document: say('geheim'), replyTo: null } as const;
const sent: Answer = { ok: true, result: { message_id: 9, date: 1, chat: { id: -1001, type: 'supergroup' } } };
const bad = (description: string, more: { parameters?: { migrate_to_chat_id: number } } = {}): Answer => ({ ok: false, error_code: 400, description: `Bad Request: ${description}`, ...more });

test('a server that shows a whisper to everybody: taken back, and never whispered to again', async () => {
  const { telegram, calls, logger } = await scripted((method) => (method === 'deleteMessage' ? { ok: true, result: true } : sent));
  expect(await telegram.send(whisper)).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  expect(await telegram.send(whisper)).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  expect(calls.map(([method]) => method)).toEqual(['sendMessage', 'deleteMessage']);
  expect(calls[1]?.[1]).toEqual({ chat_id: -1001, message_id: 9 });
  expect(logger.of('warn')).toHaveLength(1);
});

test.each([bad('BOT_NOT_ADMIN'), bad('EPHEMERAL_SOMETHING_NEW'), bad('chat not found')])('a whisper refused ($description) is UNSUPPORTED', async (answer) => {
  const { telegram } = await scripted(() => answer);
  expect(await telegram.send(whisper)).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
});

test('a whisper that comes too late for its command costs the group one call, and another way is taken', async () => {
  const { telegram, calls } = await scripted(() => bad('message to be replied not found'));
  expect(await telegram.send({ ...whisper, replyTo: 'e1' })).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  expect(calls.map(([method]) => method)).toEqual(['sendMessage']);
});

test('a whisper into a group that moved or threw us out says so', async () => {
  const moved = await scripted(() => bad('group chat was upgraded to a supergroup chat', { parameters: { migrate_to_chat_id: -1002 } }));
  expect(await moved.telegram.send(whisper)).toEqual({ kind: 'moved', newChat: '-1002' });
  const kicked = await scripted(() => ({ ok: false, error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' }));
  expect(await kicked.telegram.send(whisper)).toMatchObject({ reason: 'KICKED' });
});

test('entities the server does not understand are left out; the words arrive', async () => {
  const { telegram, calls } = await scripted((_method, params) => (params['entities'] === undefined ? sent : bad("can't parse MessageEntity: Unsupported type specified")));
  const outcome = await telegram.send({ op: 'post', room: group, document: document(line('Auftakt ', strong('heute'))), buttons: [], replyTo: null });
  expect(outcome).toEqual({ kind: 'sent', messageId: '9' });
  expect(calls.map(([, params]) => params['text'])).toEqual(['Auftakt heute', 'Auftakt heute']);
});

test('a reply to a message that is gone is sent as a message of its own', async () => {
  const { telegram, calls } = await scripted((_method, params) => (params['reply_parameters'] === undefined ? sent : bad('message to be replied not found')));
  expect(await telegram.send({ op: 'post', room: group, document: say('Ja'), buttons: [], replyTo: '7' })).toEqual({ kind: 'sent', messageId: '9' });
  expect(calls).toHaveLength(2);
});

test('an ephemeral command is answered as one', async () => {
  await using on = await stage();
  const amira = on.server.user({});
  const room = on.server.supergroup({ members: [amira] });
  on.server.world.profile.commands.set('all_group_chats', [{ command: 'zusage', description: 'x', is_ephemeral: true }]);
  amira.say(room, '/zusage 2');
  await on.server.waitFor(() => on.intake.rows.size === 1);
  const decoded = on.telegram.decode([...on.intake.rows.values()][0] ?? '');
  expect(decoded).toMatchObject({ update: { what: { kind: 'text', text: '/zusage 2', messageId: 'e1' } } });
  const call = { ...whisper, room: roomId('telegram', String(room.id)), account: String(amira.id), replyTo: 'e1' };
  expect(await on.telegram.send(call)).toEqual({ kind: 'sent', messageId: null });
  expect(on.server.calls('sendMessage')[0]?.params['reply_parameters']).toEqual({ ephemeral_message_id: 1 });
  expect(amira.sees(room).at(-1)).toMatchObject({ text: 'geheim', ephemeralFor: amira.id });
});
