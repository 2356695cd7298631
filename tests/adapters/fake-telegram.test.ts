import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { launchFakeTelegram } from '../support/telegram/remote.ts';
import { FakeTelegram, type FakeTelegramOptions } from '../support/telegram/server.ts';
import type { ScreenMessage } from '../support/telegram/screen.ts';
import { loadShapeJudge } from '../support/telegram/update-judge.ts';

/** The fake Telegram is itself under test here: it must refuse what Telegram refuses. */

let server: FakeTelegram;
let api: Api;
const clock = {
  ms: Date.UTC(2018, 10, 15, 9),
  now: () => clock.ms,
  pass: (ms: number) => {
    clock.ms += ms;
  },
};
const keyboard = { inline_keyboard: [[{ text: 'Zusage', callback_data: 'v1:yes' }, { text: 'Absage', callback_data: 'v1:no' }]] };

async function open(options: FakeTelegramOptions = {}): Promise<void> {
  server = await FakeTelegram.start({ clock, ...options });
  api = new Api(server.token, { apiRoot: server.url });
}
const refusal = async (promise: Promise<unknown>): Promise<GrammyError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof GrammyError) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
};
const raw = (method: string, body: unknown): Promise<Response> =>
  fetch(`${server.url}/bot${server.token}/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const only = (screen: ScreenMessage[]): ScreenMessage => {
  expect(screen).toHaveLength(1);
  return screen[0] as ScreenMessage;
};

beforeEach(() => open());
afterEach(() => server.stop());

describe('getUpdates', () => {
  test('long polling wakes on an update, redelivers until confirmed, confirms by offset', async () => {
    const anna = server.user({ first_name: 'Anna', language_code: 'de' });
    const waiting = api.getUpdates({ timeout: 30 });
    setTimeout(() => anna.start('einladung'), 30);
    const [first] = await waiting;
    expect(first?.message?.text).toBe('/start einladung');
    expect(first?.message?.entities).toEqual([{ type: 'bot_command', offset: 0, length: 6 }]);
    anna.say('Guten Tag');
    const again = await api.getUpdates();
    expect(again.map((update) => update.message?.text)).toEqual(['/start einladung', 'Guten Tag']);
    const rest = await api.getUpdates({ offset: (first?.update_id ?? 0) + 1 });
    expect(rest.map((update) => update.message?.text)).toEqual(['Guten Tag']);
    expect(server.pendingUpdates).toHaveLength(1);
    expect(await api.getUpdates({ limit: 1, offset: (rest[0]?.update_id ?? 0) + 1 })).toEqual([]);
  });

  test('a second poller takes over, the first is told 409', async () => {
    const first = refusal(api.getUpdates({ timeout: 30 }));
    await vi.waitUntil(() => server.world.updates.polling);
    const second = api.getUpdates({ timeout: 1 });
    const error = await first;
    expect(error.error_code).toBe(409);
    expect(error.description).toBe('Conflict: terminated by other getUpdates request; make sure that only one bot instance is running');
    expect(await second).toEqual([]);
  });

  test('a poller that hung up leaves the place free', async () => {
    const gone = new AbortController();
    const first = fetch(`${server.url}/bot${server.token}/getUpdates?timeout=30`, { signal: gone.signal });
    await vi.waitUntil(() => server.world.updates.polling);
    gone.abort();
    await expect(first).rejects.toThrow();
    await vi.waitUntil(() => !server.world.updates.polling);
    expect(await api.getUpdates()).toEqual([]);
    expect(server.world.updates.conflicts).toBe(0);
  });

  test('chat_member and reactions come only when asked for', async () => {
    const group = server.group({ bot: 'admin' });
    const anna = server.user();
    anna.joins(group);
    await api.getUpdates({ allowed_updates: ['message', 'chat_member', 'message_reaction'] });
    const bora = server.user();
    bora.joins(group);
    const message = bora.say(group, 'hallo');
    bora.reacts(message, '👍');
    anna.block();
    const kinds = (await api.getUpdates()).map((update) => Object.keys(update)[1]);
    expect(kinds).toEqual(['message', 'chat_member', 'message', 'message', 'message_reaction']);
  });

  test('a wrong token is 401, an unknown method 404 and a violation', async () => {
    const stranger = new Api('1:wrong', { apiRoot: server.url });
    expect((await refusal(stranger.getMe())).description).toBe('Unauthorized');
    expect((await raw('sendDice', { chat_id: 1 })).status).toBe(404);
    expect(server.violations).toHaveLength(1);
  });
});

describe('webhook', () => {
  test('posts in order with the secret, retries on errors, refuses polling', async () => {
    const seen: [string | undefined, number][] = [];
    let failures = 1;
    const bot = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        if (failures-- > 0) response.writeHead(500).end();
        else {
          seen.push([request.headers['x-telegram-bot-api-secret-token'] as string | undefined, (JSON.parse(body) as { update_id: number }).update_id]);
          response.end();
        }
      });
    });
    await new Promise<void>((resolve) => void bot.listen(0, '127.0.0.1', resolve));
    await api.setWebhook(`http://127.0.0.1:${(bot.address() as AddressInfo).port}/hook`, { secret_token: 'geheim_123' });
    expect((await refusal(api.getUpdates())).error_code).toBe(409);
    const anna = server.user();
    anna.start();
    anna.say('zwei');
    await server.waitFor(() => server.pendingUpdates.length === 0);
    expect(seen.map(([secret]) => secret)).toEqual(['geheim_123', 'geheim_123']);
    expect(seen[1]?.[1]).toBe((seen[0]?.[1] ?? 0) + 1);
    expect((await api.getWebhookInfo()).last_error_message).toContain('500');
    await api.deleteWebhook();
    expect((await refusal(api.setWebhook('https://example.org/hook'))).description).toContain('bad webhook');
    bot.close();
    bot.closeAllConnections();
  });
});

describe('schema', () => {
  const cases: [name: string, method: string, params: object, expected: RegExp][] = [
    ['long text', 'sendMessage', { text: 'x'.repeat(4097) }, /message is too long/],
    ['empty text', 'sendMessage', { text: '' }, /message text is empty/],
    ['blank text', 'sendMessage', { text: ' \n ' }, /text must be non-empty/],
    ['200-byte callback data', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'd'.repeat(200) }]] } }, /maxBytes/],
    ['40 Cyrillic letters', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'я'.repeat(40) }]] } }, /maxBytes/],
    ['button without action', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a' }]] } }, /Text buttons are unallowed/],
    ['unknown parameter', 'sendMessage', { text: 'x', receiver_user_id: 5 }, /receiver_user_id/],
    ['missing chat_id', 'sendMessage', { text: 'x', chat_id: undefined }, /chat_id/],
    ['string message_id', 'editMessageText', { text: 'x', message_id: '7' }, /message_id must be integer/],
    ['fractional message_id', 'editMessageText', { text: 'x', message_id: 7.5 }, /message_id must be integer/],
    ['missing text', 'sendMessage', {}, /'text'/],
    ['callback text of 201 characters', 'answerCallbackQuery', { chat_id: undefined, callback_query_id: '1', text: 'x'.repeat(201) }, /maxUnits/],
    ['13 poll options', 'sendPoll', { question: 'q', options: Array.from({ length: 13 }, () => ({ text: 'x' })) }, /12 items/],
    ['bad button style', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', style: 'red' }]] } }, /style/],
    ['command in capitals', 'setMyCommands', { chat_id: undefined, commands: [{ command: 'Start', description: 'x' }] }, /pattern/],
    ['link to localhost', 'sendMessage', { text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', url: 'http://localhost:8080/x.ics' }]] } }, /BUTTON_URL_INVALID/],
    ['entity beyond the text', 'sendMessage', { text: 'abc', entities: [{ type: 'bold', offset: 1, length: 9 }] }, /ends after the end of the text/],
    ['entity splitting an emoji', 'sendMessage', { text: '👍', entities: [{ type: 'bold', offset: 0, length: 1 }] }, /middle of a UTF-16 symbol/],
  ];
  test.each(cases)('refuses %s', async (_name, method, params, expected) => {
    const anna = server.user({ started: true });
    const response = await raw(method, { chat_id: anna.id, ...params });
    const body = (await response.json()) as { description: string };
    expect(response.status).toBe(400);
    expect(body.description).toMatch(expected);
    expect(server.violations).toHaveLength(1);
    expect(server.screen(anna)).toEqual([]);
  });

  test('accepts the limits themselves', async () => {
    const anna = server.user({ started: true });
    const text = '&lt;'.repeat(4096);
    await api.sendMessage(anna.id, text, { parse_mode: 'HTML', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'я'.repeat(32) }]] } });
    expect(only(server.screen(anna)).text).toHaveLength(4096);
    expect(server.violations).toEqual([]);
  });

  test('reads urlencoded, multipart and query parameters by their types', async () => {
    const anna = server.user({ started: true });
    const base = `${server.url}/bot${server.token}/sendMessage`;
    const fields = { chat_id: String(anna.id), text: '42', reply_markup: JSON.stringify(keyboard), disable_notification: 'true' };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const send of [fetch(base, { method: 'POST', body: new URLSearchParams(fields) }), fetch(base, { method: 'POST', body: form }), fetch(`${base}?${new URLSearchParams(fields).toString()}`)])
      expect((await send).status).toBe(200);
    expect(server.violations).toEqual([]);
    expect(server.screen(anna).map((message) => [message.text, message.buttons])).toEqual(Array(3).fill(['42', ['Zusage', 'Absage']]));
  });
});

describe('messages', () => {
  test('HTML with tg-time becomes entities; broken markup is refused with Telegram’s words', async () => {
    const anna = server.user({ started: true });
    await api.sendMessage(anna.id, '  <b>Auftakt</b> am <tg-time unix="1543064400" format="wDT">24.11.</tg-time> &amp; mehr', { parse_mode: 'HTML' });
    expect(only(server.screen(anna))).toMatchObject({
      text: 'Auftakt am 24.11. & mehr',
      entities: [{ type: 'bold', offset: 0, length: 7 }, { type: 'date_time', offset: 11, length: 6, unix_time: 1543064400, date_time_format: 'wDT' }],
    });
    expect((await refusal(api.sendMessage(anna.id, '<b>x', { parse_mode: 'HTML' }))).description).toBe(
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    );
    expect((await refusal(api.sendMessage(anna.id, 'a.b', { parse_mode: 'MarkdownV2' }))).description).toContain("Character '.' is reserved");
  });

  test('edits: changed, not modified, not found, not own', async () => {
    await server.stop();
    await open({ limits: { enabled: false } });
    const anna = server.user();
    const room = server.supergroup({ members: [anna] });
    const theirs = anna.say(room, 'hallo');
    const { message_id } = await api.sendMessage(room.id, 'Karte', { reply_markup: keyboard });
    await api.editMessageText(room.id, message_id, 'Karte 2', { reply_markup: keyboard });
    const same = await refusal(api.editMessageText(room.id, message_id, 'Karte 2', { reply_markup: keyboard }));
    expect(same.description).toMatch(/^Bad Request: message is not modified: specified new message content/);
    expect((await refusal(api.editMessageReplyMarkup(room.id, message_id, { reply_markup: keyboard }))).description).toContain('not modified');
    expect((await refusal(api.editMessageText(room.id, 999, 'x'))).description).toBe('Bad Request: message to edit not found');
    expect((await refusal(api.editMessageText(room.id, theirs.message_id, 'x'))).description).toBe("Bad Request: message can't be edited");
    expect(server.screen(room)[1]).toMatchObject({ text: 'Karte 2', edited: true, buttons: ['Zusage', 'Absage'] });
    expect(server.violations).toEqual([]);
  });

  test('replies, deletions, the 48 hours', async () => {
    const anna = server.user({ started: true });
    const { message_id } = await api.sendMessage(anna.id, 'eins');
    expect((await refusal(api.sendMessage(anna.id, 'zwei', { reply_parameters: { message_id: 77 } }))).description).toBe('Bad Request: message to be replied not found');
    const kept = await api.sendMessage(anna.id, 'zwei', { reply_parameters: { message_id: 77, allow_sending_without_reply: true } });
    clock.pass(48 * 3_600_000 + 1);
    expect((await refusal(api.deleteMessage(anna.id, kept.message_id))).description).toBe("Bad Request: message can't be deleted");
    const fresh = await api.sendMessage(anna.id, 'drei');
    await api.deleteMessages(anna.id, [fresh.message_id, 4711]);
    expect((await refusal(api.deleteMessage(anna.id, fresh.message_id))).description).toBe('Bad Request: message to delete not found');
    expect(server.screen(anna).map((message) => message.id)).toEqual([message_id, kept.message_id]);
  });

  test('forum topics: unknown, closed, service messages', async () => {
    const forum = server.supergroup({ forum: true });
    const topic = forum.createTopic('AG Wohnen');
    await api.sendMessage(forum.id, 'im Thema', { message_thread_id: topic });
    clock.pass(2000);
    expect((await refusal(api.sendMessage(forum.id, 'x', { message_thread_id: 99 }))).description).toBe('Bad Request: message thread not found');
    clock.pass(2000);
    forum.closeTopic(topic);
    expect((await refusal(api.sendMessage(forum.id, 'x', { message_thread_id: topic }))).description).toBe('Bad Request: TOPIC_CLOSED');
    expect(server.screen(forum).find((message) => message.text === 'im Thema')).toMatchObject({ thread: topic });
    expect((await refusal(api.createForumTopic(forum.id, 'Neu'))).description).toContain('not enough rights');
    forum.promoteBot();
    clock.pass(2000);
    expect((await api.createForumTopic(forum.id, 'Neu')).name).toBe('Neu');
  });

  test('a document is uploaded as multipart and can be fetched', async () => {
    const anna = server.user({ started: true });
    const bytes = Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    const sent = await api.sendDocument(anna.id, new InputFile(bytes, 'termin.ics'), { caption: '<i>Kalender</i>', parse_mode: 'HTML' });
    const seen = only(server.screen(anna));
    expect(seen.document?.bytes.equals(bytes)).toBe(true);
    expect(seen).toMatchObject({ text: 'Kalender', document: { filename: 'termin.ics' } });
    const { file_path } = await api.getFile(sent.document.file_id);
    const fetched = await fetch(`${server.url}/file/bot${server.token}/${file_path}`);
    expect(Buffer.from(await fetched.arrayBuffer()).equals(bytes)).toBe(true);
    expect(server.violations).toEqual([]);
  });
});

describe('refusals', () => {
  test('403: never started, blocked, deactivated, kicked; unknown chat', async () => {
    const anna = server.user();
    expect((await refusal(api.sendMessage(anna.id, 'x'))).description).toBe("Forbidden: bot can't initiate conversation with a user");
    anna.start();
    await api.sendMessage(anna.id, 'x');
    anna.block();
    expect((await refusal(api.sendMessage(anna.id, 'x'))).description).toBe('Forbidden: bot was blocked by the user');
    anna.start();
    await api.sendMessage(anna.id, 'x');
    anna.deleteAccount();
    const gone = await refusal(api.sendMessage(anna.id, 'x'));
    expect([gone.error_code, gone.description]).toEqual([403, 'Forbidden: user is deactivated']);
    const room = server.supergroup();
    room.kickBot();
    expect((await refusal(api.sendMessage(room.id, 'x'))).description).toBe('Forbidden: bot was kicked from the supergroup chat');
    expect((await refusal(api.sendMessage(123, 'x'))).description).toBe('Bad Request: chat not found');
    const statuses = (await api.getUpdates()).flatMap((update) => update.my_chat_member?.new_chat_member.status ?? []);
    expect(statuses).toEqual(['kicked', 'member', 'kicked']);
  });

  test('migration: new id in the error, service messages, old message ids die', async () => {
    const group = server.group({ title: 'Nachbarn' });
    const card = await api.sendMessage(group.id, 'Karte');
    const next = group.migrate();
    const error = await refusal(api.editMessageText(group.id, card.message_id, 'neu'));
    expect([error.error_code, error.description, error.parameters.migrate_to_chat_id]).toEqual([400, 'Bad Request: group chat was upgraded to a supergroup chat', next.id]);
    const updates = await api.getUpdates();
    expect(updates[0]?.message).toMatchObject({ chat: { id: group.id }, migrate_to_chat_id: next.id });
    expect(updates[1]?.message).toMatchObject({ chat: { id: next.id, type: 'supergroup' }, migrate_from_chat_id: group.id });
    clock.pass(5000);
    expect((await refusal(api.editMessageText(next.id, card.message_id + 100, 'neu'))).description).toBe('Bad Request: message to edit not found');
    clock.pass(1000);
    expect((await api.sendMessage(next.id, 'Karte')).chat.id).toBe(next.id);
  });
});

describe('flood control', () => {
  test('sends and edits of a group share 20 a minute; answers have no limit', async () => {
    const room = server.supergroup();
    const { message_id } = await api.sendMessage(room.id, '0');
    for (let i = 1; i < 20; i += 1) {
      clock.pass(1000);
      await (i % 2 === 0 ? api.sendMessage(room.id, `s${i}`) : api.editMessageText(room.id, message_id, `e${i}`));
    }
    clock.pass(1000);
    const error = await refusal(api.editMessageText(room.id, message_id, 'zu viel'));
    expect([error.error_code, error.description, error.parameters.retry_after]).toEqual([429, 'Too Many Requests: retry after 40', 40]);
    expect(server.floods).toHaveLength(1);
    expect(server.sendsAndEdits(room)).toHaveLength(20);
    clock.pass(40_000);
    await api.sendMessage(room.id, 'wieder frei');
  });

  test('one a second in a single chat, with a burst of three in private', async () => {
    const anna = server.user({ started: true });
    for (const text of ['1', '2', '3']) await api.sendMessage(anna.id, text);
    expect((await refusal(api.sendMessage(anna.id, '4'))).parameters.retry_after).toBe(1);
    clock.pass(1000);
    await api.sendMessage(anna.id, '4');
    const room = server.supergroup();
    await api.sendMessage(room.id, '1');
    expect((await refusal(api.sendMessage(room.id, '2'))).error_code).toBe(429);
  });

  test('thirty a second over all chats; can be switched off', async () => {
    const people = Array.from({ length: 31 }, () => server.user({ started: true }));
    const results = await Promise.allSettled(people.map((person) => api.sendMessage(person.id, 'x')));
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
    await server.stop();
    await open({ limits: { enabled: false } });
    const room = server.supergroup();
    for (let i = 0; i < 40; i += 1) await api.sendMessage(room.id, String(i));
    expect(server.floods).toEqual([]);
  });
});

describe('callback queries', () => {
  test('press, answer once, expiry, toast, latency', async () => {
    const anna = server.user();
    const group = server.group({ members: [anna] });
    const { message_id } = await api.sendMessage(group.id, 'Karte', { reply_markup: keyboard });
    const press = anna.press({ chatId: group.id, id: message_id }, 'Zusage');
    const [update] = await api.getUpdates();
    expect(update?.callback_query).toMatchObject({ id: press.id, data: 'v1:yes', from: { id: anna.id }, message: { message_id } });
    expect(update?.callback_query?.chat_instance).toMatch(/^-\d+$/);
    await api.answerCallbackQuery(press.id, { text: 'Danke!', show_alert: true });
    expect(await press.answered).toMatchObject({ text: 'Danke!', alert: true });
    expect(server.toasts(anna)).toHaveLength(1);
    expect(server.presses[0]?.latencyMs).toBeGreaterThan(0);
    expect((await refusal(api.answerCallbackQuery(press.id))).description).toBe('Bad Request: query is too old and response timeout expired or query ID is invalid');
    const late = server.press(anna, group, message_id, 'v1:no');
    clock.pass(15_001);
    expect((await refusal(api.answerCallbackQuery(late.id))).description).toContain('query is too old');
  });

  test('only buttons shown now can be pressed, unless forged; deleted cards arrive as a shell', async () => {
    const anna = server.user();
    const group = server.group({ members: [anna] });
    const card = await api.sendMessage(group.id, 'Karte', { reply_markup: keyboard });
    expect(() => anna.press(card, 'Vielleicht')).toThrow(/0 buttons match "Vielleicht"; offered: "Zusage", "Absage"/);
    expect(() => server.user().press(card, 0)).toThrow(/is not in chat/);
    group.deleteMessage(card.message_id);
    anna.press(card, 0, { forge: 'v0:evil' });
    const updates = await api.getUpdates();
    expect(updates.at(-1)?.callback_query).toMatchObject({ data: 'v0:evil', message: { date: 0, message_id: card.message_id } });
  });
});

describe('ephemeral messages', () => {
  test('are seen by one member, can replace the card, be edited and deleted; ids are reused', async () => {
    const [anna, bora] = [server.user({ first_name: 'Anna' }), server.user()];
    const group = server.supergroup({ members: [anna, bora] });
    const card = await api.sendMessage(group.id, 'Karte', { reply_markup: keyboard });
    const press = anna.press(card, 'Zusage');
    clock.pass(2000);
    const sent = await api.sendMessage(group.id, 'Nur für Sie', {
      reply_markup: keyboard,
      ephemeral_message_parameters: { receiver_user_id: anna.id, callback_query_id: press.id, replace_callback_query_message: true },
    });
    expect(sent).toMatchObject({ message_id: 0, ephemeral_message_id: 1, receiver_user: { id: anna.id } });
    expect(anna.sees(group).map((message) => message.text)).toEqual(['Nur für Sie']);
    expect(bora.sees(group).map((message) => message.text)).toEqual(['Karte']);
    expect(group.screen().map((message) => message.text)).toEqual(['Karte']);
    const again = anna.press(only(anna.sees(group)), 'Absage');
    expect((await api.getUpdates()).at(-1)?.callback_query).toMatchObject({ id: again.id, message: { message_id: 0, ephemeral_message_id: 1 } });
    clock.pass(2000);
    await api.editEphemeralMessageText(group.id, anna.id, 1, 'Geändert');
    expect(only(anna.sees(group))).toMatchObject({ text: 'Geändert', ephemeralFor: anna.id, edited: true });
    await api.deleteEphemeralMessage(group.id, anna.id, 1);
    expect((await refusal(api.deleteEphemeralMessage(group.id, anna.id, 1))).description).toBe('Bad Request: message to delete not found');
    clock.pass(15_000);
    const ephemeral = (callback_query_id: string): Promise<unknown> =>
      api.sendMessage(group.id, 'x', { ephemeral_message_parameters: { receiver_user_id: anna.id, callback_query_id } });
    expect((await refusal(ephemeral(press.id))).description).toContain('query is too old');
    clock.pass(2000);
    expect(await ephemeral(anna.press(card, 0).id)).toMatchObject({ ephemeral_message_id: 1 });
    expect(server.violations).toEqual([]);
  });

  test('an ephemeral command reaches the bot only and may be answered for 15 s', async () => {
    const anna = server.user();
    const group = server.group({ members: [anna] });
    await api.setMyCommands([{ command: 'idee', description: 'Eine Idee', is_ephemeral: true }]);
    anna.say(group, '/idee Mehr Bänke');
    const message = (await api.getUpdates())[0]?.message;
    expect(message).toMatchObject({ message_id: 0, text: '/idee Mehr Bänke' });
    expect(group.screen()).toEqual([]);
    const reply = { ephemeral_message_parameters: { receiver_user_id: anna.id }, reply_parameters: { ephemeral_message_id: message?.ephemeral_message_id ?? 0 } };
    await api.sendMessage(group.id, 'Danke', reply);
    expect(only(anna.sees(group).filter((seen) => seen.own)).text).toBe('Danke');
    server.loseEphemeral();
    clock.pass(2000);
    await api.sendMessage(group.id, 'verloren', reply);
    expect(anna.sees(group).map((seen) => seen.text)).not.toContain('verloren');
    clock.pass(16_000);
    expect((await refusal(api.sendMessage(group.id, 'Danke', reply))).description).toBe('Bad Request: message to be replied not found');
  });
});

describe('people', () => {
  test('privacy mode: commands, replies and mentions only; anonymous admins, channels, forwards', async () => {
    const anna = server.user({ id: 2 ** 33 + 5, first_name: 'مريم' });
    const group = server.supergroup({ members: [anna] });
    const channel = server.channel({ title: 'Stadt' });
    const card = await api.sendMessage(group.id, 'Karte');
    anna.say(group, 'Plauderei');
    anna.say(group, '/hilfe');
    anna.say(group, '/hilfe@anderer_bot');
    anna.say(group, 'danke', { replyTo: card });
    anna.say(group, 'Hallo @miteinander_test_bot!');
    group.sayAsAnonymousAdmin('/neu');
    group.sayAsChannel(channel, '/neu');
    group.promoteBot();
    anna.say(group, 'nun hörbar');
    channel.autoForward(group);
    const updates = await api.getUpdates();
    expect(updates.flatMap((update) => update.message?.text ?? [])).toEqual(['/hilfe', 'danke', 'Hallo @miteinander_test_bot!', '/neu', '/neu', 'nun hörbar', 'Neuer Beitrag im Kanal']);
    expect(updates[3]?.message).toMatchObject({ from: { id: 1087968824 }, sender_chat: { id: group.id } });
    expect(updates[4]?.message).toMatchObject({ from: { id: 136817688 }, sender_chat: { id: channel.id } });
    expect(updates.at(-1)?.message).toMatchObject({ from: { id: 777000 }, is_automatic_forward: true });
    expect(group.screen(anna)).toHaveLength(10);
  });

  test('native polls: votes, voter_chat, stop', async () => {
    const anna = server.user();
    const group = server.supergroup({ members: [anna] });
    const sent = await api.sendPoll(group.id, 'Wann?', [{ text: 'Sa' }, { text: 'So' }], { is_anonymous: false });
    anna.votes(sent, 1);
    group.votes(sent, 0);
    const answers = (await api.getUpdates()).map((update) => update.poll_answer);
    expect(answers).toMatchObject([{ user: { id: anna.id }, option_ids: [1], option_persistent_ids: ['1'] }, { voter_chat: { id: group.id }, option_ids: [0] }]);
    clock.pass(1000);
    expect(await api.stopPoll(group.id, sent.message_id)).toMatchObject({ is_closed: true, total_voter_count: 2 });
  });

  test('pins need the right; members and administrators can be asked for', async () => {
    const anna = server.user();
    const group = server.supergroup({ members: [anna] });
    const card = await api.sendMessage(group.id, 'Karte');
    expect((await refusal(api.pinChatMessage(group.id, card.message_id))).description).toContain('not enough rights');
    group.promoteBot();
    await api.pinChatMessage(group.id, card.message_id, { disable_notification: true });
    expect(group.screen()[0]).toMatchObject({ pinned: true });
    expect((await api.getChat(group.id)).pinned_message?.message_id).toBe(card.message_id);
    expect((await api.getChatMember(group.id, anna.id)).status).toBe('member');
    expect((await api.getChatAdministrators(group.id)).map((member) => member.status)).toEqual(['creator', 'administrator']);
    expect(await api.getChatMemberCount(group.id)).toBe(3);
  });
});

describe('shapes', () => {
  test('every update and message has the documented shape', { timeout: 60_000 }, async () => {
    const objection = await loadShapeJudge();
    expect(objection('TelegramUpdate', { update_id: 1, message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, colour: 'red' } })).toMatch(/colour/);
    expect(objection('TelegramMessage', { message_id: 1, chat: { id: 1, type: 'private' } })).toMatch(/'date'/);
    await server.stop();
    await open({ limits: { enabled: false } });
    await api.getUpdates({ allowed_updates: ['message', 'channel_post', 'callback_query', 'poll', 'poll_answer', 'my_chat_member', 'chat_member', 'message_reaction'] });
    const [anna, bora] = [server.user({ language_code: 'de', username: 'anna_m' }), server.user()];
    anna.start('x');
    anna.block();
    anna.unblock();
    const forum = server.supergroup({ forum: true, bot: 'admin', members: [anna] });
    bora.joins(forum);
    const topic = forum.createTopic('AG');
    anna.say(forum, 'Hallo @miteinander_test_bot, siehe https://example.org und a@b.de', { thread: topic });
    const channel = server.channel();
    channel.autoForward(forum);
    anna.joins(channel);
    anna.say(channel, 'Beitrag');
    forum.sayAsChannel(channel, '/neu');
    forum.sayAsAnonymousAdmin('/neu');
    const card = await api.sendMessage(forum.id, '<b>Karte</b> <tg-time unix="1543064400">x</tg-time>', { parse_mode: 'HTML', reply_markup: keyboard, message_thread_id: topic });
    const press = anna.press(card, 0);
    anna.press(card, 0, { inaccessible: true });
    anna.reacts(card, '👍');
    const poll = await api.sendPoll(forum.id, 'Wann?', [{ text: 'Sa' }, { text: 'So' }], { is_anonymous: false });
    anna.votes(poll, 0);
    channel.votes(poll, 1);
    const results: unknown[] = [card, poll];
    results.push(await api.sendMessage(forum.id, 'nur Sie', { ephemeral_message_parameters: { receiver_user_id: anna.id, callback_query_id: press.id } }));
    results.push(await api.sendDocument(anna.id, new InputFile(Buffer.from('x'), 'x.csv'), { caption: 'Liste', reply_parameters: { message_id: 1 } }));
    results.push(await api.editMessageText(forum.id, card.message_id, 'neu'));
    await api.pinChatMessage(forum.id, card.message_id);
    await api.stopPoll(forum.id, poll.message_id);
    forum.closeTopic(topic);
    bora.leaves(forum);
    const group = server.group({ bot: false, members: [anna] });
    group.addBot();
    group.migrate();
    const updates = await api.getUpdates();
    expect(updates.length).toBeGreaterThan(20);
    expect(updates.flatMap((update) => objection('TelegramUpdate', update) ?? [])).toEqual([]);
    expect(results.flatMap((result) => objection('TelegramMessage', result) ?? [])).toEqual([]);
    expect(server.violations).toEqual([]);
  });
});

describe('faults', () => {
  test('unknown outcomes are applied or not as scripted', async () => {
    const impatient = new Api(server.token, { apiRoot: server.url, timeoutSeconds: 1 });
    const anna = server.user({ started: true });
    const attempt = async (kind: Parameters<typeof server.fault>[0]['kind']): Promise<[string, boolean]> => {
      clock.pass(5000);
      const before = server.screen(anna).length;
      server.fault({ kind, method: 'sendMessage', chat: anna, ms: 50, retryAfter: 7 });
      const error: unknown = await impatient.sendMessage(anna.id, kind).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      const name = error instanceof HttpError ? 'HttpError' : error instanceof GrammyError ? String(error.error_code) : 'ok';
      return [name, server.screen(anna).length > before];
    };
    expect(await attempt('timeout-after-apply')).toEqual(['HttpError', true]);
    expect(await attempt('reset-before')).toEqual(['HttpError', false]);
    expect(await attempt('reset-after')).toEqual(['HttpError', true]);
    expect(await attempt('502-html')).toEqual(['HttpError', false]);
    expect(await attempt('500-json')).toEqual(['500', false]);
    expect(await attempt('truncated')).toEqual(['HttpError', true]);
    expect(await attempt('slow')).toEqual(['ok', true]);
    expect(await attempt('429')).toEqual(['429', false]);
    expect(await attempt('401')).toEqual(['401', false]);
    expect(server.calls('sendMessage').map((call) => call.fault)).toHaveLength(9);
    await impatient.sendMessage(anna.id, 'alles wieder gut');
  });

  test('waitFor resolves with the call that made it true', async () => {
    const anna = server.user({ started: true });
    const seen = server.waitFor(() => server.screen(anna).find((message) => message.text === 'da'));
    await api.sendMessage(anna.id, 'da');
    expect((await seen).text).toBe('da');
    await expect(server.waitFor(() => false, { timeoutMs: 20 })).rejects.toThrow(/nothing to see after 20 ms; last calls:\s+sendMessage ok/);
  });
});

describe('as a process of its own', () => {
  test('creates people and presses over IPC, and counts', async () => {
    const remote = await launchFakeTelegram({ limits: { enabled: false } });
    try {
      const client = new Api(remote.token, { apiRoot: remote.url });
      const users = (await remote.ask({ do: 'users', count: 20 })) as number[];
      const chat = (await remote.ask({ do: 'room', kind: 'supergroup', members: users })) as number;
      const { message_id } = await client.sendMessage(chat, 'Karte', { reply_markup: keyboard });
      await remote.ask({ do: 'press', chat, message: message_id, presses: users.map((user) => ({ user, button: 'Zusage' })) });
      for (const update of await client.getUpdates({ timeout: 5 })) await client.answerCallbackQuery(update.callback_query?.id ?? '', { text: 'Danke' });
      await client.editMessageText(chat, message_id, '20 Zusagen', { reply_markup: keyboard });
      expect(await remote.ask({ do: 'stats', chat })).toMatchObject({ presses: 20, answers: 20, floods: 0, violations: 0, sends: 1, edits: 1, lastText: '20 Zusagen', pending: 20 });
      await expect(remote.ask({ do: 'press', chat: 1, message: 1, presses: [{ user: users[0] ?? 0, button: 0 }] })).rejects.toThrow(/no chat 1/);
    } finally {
      await remote.stop();
    }
  });
});
