/** Every call, carried out at a strict fake Bot API server: what members see, and no rule of Telegram broken. */
import { expect, test } from 'vitest';
import { pictures } from '../../../adapters/documents/picture.ts';
import { roomId } from '../../../src/kernel/update.ts';
import { document, gap, item, line, link, say, strong, time, title } from '../../../src/view/document.ts';
import { button, stage } from './setup.ts';

const card = document(title('Auftakt'), line(time('Samstag, 24. November 2018, 14:00', Date.UTC(2018, 10, 24, 13)), ', Aula'), gap, line(strong('11 Personen'), ' (6 Zusagen)'), item('Details: ', link('Seite', 'https://example.org/a')));

test('a card is posted with its buttons, edited in place and closed', async () => {
  await using on = await stage();
  const amira = on.server.user({ first_name: 'Amira' });
  const group = on.server.supergroup({ members: [amira] });
  const room = roomId('telegram', String(group.id));
  const buttons = [button('Zusage'), button('Vielleicht'), button('Absage'), button('+1 Person', 1), button('Details', 1, { data: null, url: 'https://t.me/x?start=y' })];
  const posted = await on.telegram.send({ op: 'post', room, document: card, buttons, replyTo: null });
  const [seen] = group.screen();
  expect(posted).toEqual({ kind: 'sent', messageId: String(seen?.id) });
  expect(seen?.text).toBe('Auftakt\nSamstag, 24. November 2018, 14:00, Aula\n\n11 Personen (6 Zusagen)\n• Details: Seite');
  expect(seen?.keyboard.map((row) => row.map((one) => one.text))).toEqual([['Zusage', 'Vielleicht', 'Absage'], ['+1 Person', 'Details']]);
  expect(seen?.entities.map((entity) => entity.type)).toEqual(['bold', 'date_time', 'bold', 'text_link']);

  const edit = { op: 'edit', room, messageId: String(seen?.id), document: say('12 Personen'), buttons: [] } as const;
  expect(await on.telegram.send(edit)).toEqual({ kind: 'sent', messageId: String(seen?.id) });
  expect(await on.telegram.send(edit), 'not modified is success').toEqual({ kind: 'sent', messageId: String(seen?.id) });
  expect(group.screen()[0]).toMatchObject({ text: '12 Personen', buttons: [], edited: true });
  expect(on.server.violations).toEqual([]);
});

test('a reply goes into its topic; a reply to a deleted message stands alone', async () => {
  await using on = await stage();
  const amira = on.server.user({});
  const forum = on.server.supergroup({ members: [amira], forum: true });
  const topic = forum.createTopic('Verkehr');
  const asked = amira.say(forum, '/zusage', { thread: topic });
  const room = roomId('telegram', String(forum.id), String(topic));
  await on.telegram.send({ op: 'post', room, document: say('Ja.'), buttons: [], replyTo: String(asked.message_id) });
  await on.telegram.send({ op: 'post', room, document: say('Nein.'), buttons: [], replyTo: '999' });
  expect(forum.screen().filter((one) => one.own)).toMatchObject([{ text: 'Ja.', thread: topic, replyTo: asked.message_id }, { text: 'Nein.', thread: topic }]);
});

test('a whisper is seen by one member; it answers an ephemeral command', async () => {
  await using on = await stage();
  const [amira, bert] = [on.server.user({}), on.server.user({})];
  const group = on.server.supergroup({ members: [amira, bert] });
  const room = roomId('telegram', String(group.id));
  const call = { op: 'whisper', room, account: String(amira.id), document: say('Nur für dich'), replyTo: null } as const;
  expect(await on.telegram.send(call)).toEqual({ kind: 'sent', messageId: null });
  expect(amira.sees(group).map((one) => one.text)).toEqual(['Nur für dich']);
  expect(bert.sees(group)).toEqual([]);
  expect(await on.telegram.send({ ...call, account: String(on.server.user({}).id) })).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  expect(await on.telegram.send({ ...call, room: roomId('telegram', String(amira.id)) })).toMatchObject({ reason: 'UNSUPPORTED' });
  expect(on.server.violations).toEqual([]);
});

test('a press is answered, with the words cut to what a toast holds', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const room = roomId('telegram', String(amira.id));
  await on.telegram.send({ op: 'post', room, document: say('?'), buttons: [button('Zusage')], replyTo: null });
  const press = amira.press({ chatId: amira.id, id: amira.sees()[0]?.id ?? 0 }, 'Zusage');
  expect(await on.telegram.send({ op: 'answer', room, pressId: press.id, text: '👩‍👩‍👧'.repeat(60) })).toEqual({ kind: 'sent', messageId: null });
  const toast = (await press.answered).text;
  expect(toast.length).toBeLessThanOrEqual(200);
  expect(toast).toMatch(/^(👩‍👩‍👧)+…$/u);
  expect(await on.telegram.send({ op: 'answer', room, pressId: press.id, text: 'noch einmal' })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
});

test('a file arrives with its name and a caption that links nothing', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const room = roomId('telegram', String(amira.id));
  const file = { name: 'auftakt ä"\r\n.ics', mime: 'text/calendar', text: 'BEGIN:VCALENDAR\r\nSUMMARY:Für alle\r\n' };
  const outcome = await on.telegram.send({ op: 'file', room, file, caption: 'Kalender @alle' });
  expect(outcome).toMatchObject({ kind: 'sent', messageId: expect.stringMatching(/^\d+$/) as string });
  const [seen] = amira.sees();
  expect(seen?.text).toBe('Kalender @\u2060alle');
  expect(seen?.document?.bytes.toString()).toBe(file.text);
  expect(seen?.document?.filename).toBe('auftakt ä_.ics');
  expect(on.server.violations).toEqual([]);
});

test('a picture arrives as a photo with its words below it, cut where there is no room for more', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const room = roomId('telegram', String(amira.id));
  const png = await pictures.png('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>');
  const outcome = await on.telegram.send({ op: 'picture', room, png, alt: `Termine @alle\nA: 6 Ja ${'😀'.repeat(600)}`, name: 'bild.png' });
  expect(outcome).toMatchObject({ kind: 'sent', messageId: expect.stringMatching(/^\d+$/) as string });
  const [seen] = amira.sees();
  expect(seen?.text).toMatch(/^Termine @\u2060alle\nA: 6 Ja 😀+…$/u);
  expect(seen?.text.length).toBeLessThanOrEqual(1_024);
  expect(seen?.photo?.bytes.equals(png)).toBe(true);
  expect(seen?.photo?.filename).toBe('bild.png');
  expect(on.server.calls('sendPhoto')).toHaveLength(1);
  expect(on.server.violations).toEqual([]);
});

test('a poll counts by itself and is ended once; what is too long for it is cut', async () => {
  await using on = await stage();
  const amira = on.server.user({});
  const forum = on.server.supergroup({ members: [amira], forum: true });
  const topic = forum.createTopic('Pause');
  const room = roomId('telegram', String(forum.id), String(topic));
  const options = ['@Kaffee', '😀'.repeat(60)];
  const posted = await on.telegram.send({ op: 'poll', room, poll: { question: `Kaffee ${'x'.repeat(300)}`, options }, document: say('Ein Stimmungsbild. Mehr mit /abstimmung.') });
  const [seen] = forum.screen().filter((one) => one.own);
  expect(posted).toEqual({ kind: 'sent', messageId: String(seen?.id) });
  expect(seen?.thread).toBe(topic);
  expect(seen?.text).toMatch(/^Kaffee x{292}…$/);
  expect(seen?.poll).toMatchObject({ options: [{ text: '@\u2060Kaffee' }, { text: `${'😀'.repeat(49)}…` }], description: 'Ein Stimmungsbild. Mehr mit /abstimmung.', type: 'regular', is_anonymous: true, allows_multiple_answers: false });
  amira.votes({ chatId: forum.id, id: seen!.id }, 0);

  const end = { op: 'endPoll', room, messageId: String(seen?.id), document: say('Zu Ende.') } as const;
  expect(await on.telegram.send(end)).toEqual({ kind: 'sent', messageId: String(seen?.id) });
  expect(await on.telegram.send(end), 'ended before is as good').toMatchObject({ kind: 'sent' });
  expect(forum.screen().find(({ id }) => id === seen?.id)?.poll).toMatchObject({ is_closed: true, total_voter_count: 1 });
  expect(await on.telegram.send({ ...end, messageId: '4711' })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
  expect(await on.telegram.send({ ...end, messageId: 'e7' })).toMatchObject({ kind: 'refused', reason: 'UNSUPPORTED' });
  expect(on.server.violations).toEqual([]);
});

test('an own message is deleted; a second time it is gone', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const room = roomId('telegram', String(amira.id));
  const sent = await on.telegram.send({ op: 'post', room, document: say('kurz'), buttons: [], replyTo: null });
  const messageId = sent.kind === 'sent' ? (sent.messageId ?? '') : '';
  expect(await on.telegram.send({ op: 'delete', room, messageId })).toEqual({ kind: 'sent', messageId: null });
  expect(await on.telegram.send({ op: 'delete', room, messageId })).toMatchObject({ kind: 'refused', reason: 'NOT_FOUND' });
  expect(amira.sees()).toEqual([]);
});

test.each([
  ['a label missing', [button(' ')]],
  ['neither data nor url', [button('a', 0, { data: null })]],
  ['data of 65 bytes', [button('a', 0, { data: 'ä'.repeat(33) })]],
  ['61 buttons', Array.from({ length: 61 }, (_, i) => button(String(i), i))],
])('a keyboard with %s is our bug: refused without a call, and logged', async (_what, buttons) => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const outcome = await on.telegram.send({ op: 'post', room: roomId('telegram', String(amira.id)), document: say('x'), buttons, replyTo: null });
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'BAD_CALL' });
  expect(on.logger.of('bug')).toHaveLength(1);
  expect(on.server.calls('sendMessage')).toEqual([]);
});

test('a fuller row goes on below, a long label is cut', async () => {
  await using on = await stage();
  const amira = on.server.user({ started: true });
  const buttons = ['1', '2', '3', '4'].map((label) => button(label, 2));
  const room = roomId('telegram', String(amira.id));
  await on.telegram.send({ op: 'post', room, document: say('x'), buttons: [...buttons, button('Vielleicht komme ich doch noch dazu', 1)], replyTo: null });
  expect(amira.sees()[0]?.keyboard.map((row) => row.map((one) => one.text))).toEqual([['Vielleicht komme ich do…'], ['1', '2', '3'], ['4']]);
});
