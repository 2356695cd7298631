import { expect, it } from 'vitest';
import { roomId } from '../../src/kernel/update.ts';
import type { Messenger, Outgoing } from '../../src/ports/messenger.ts';
import { marked } from '../../src/probe.ts';
import { document, line } from '../../src/view/document.ts';
import { plain } from '../../src/view/plain.ts';

const room = roomId('console', 'Gruppe');
const NAME = { id: 'one', firstMade: null };

it('everything sent says that it is a rehearsal, once', async () => {
  const seen: Outgoing[] = [];
  const inner: Messenger = {
    platform: 'console', limits: {} as Messenger['limits'], whispersAside: false, repeatsSafely: false, explainsNumbers: false, onFatal: null, isGroup: () => false, decode: () => ({ kind: 'ignored', why: '' }),
    start: async () => {}, stop: async () => {}, deepLink: () => null, download: async () => ({ kind: 'never', why: 'GONE' }),
    send: async (call) => (seen.push(call), { kind: 'sent', messageId: '1' }),
  };
  const messenger = marked(inner, ['PROBE', 'REHEARSAL']);
  const hello = document(line('Hallo'));
  const own = document(line('REHEARSAL · Kick-off'));
  await messenger.send({ op: 'post', room, document: hello, buttons: [], replyTo: null }, NAME);
  await messenger.send({ op: 'edit', room, messageId: '1', document: own, buttons: [] }, NAME);
  await messenger.send({ op: 'answer', room, pressId: '1', text: 'Danke.' }, NAME);
  await messenger.send({ op: 'file', room, file: { name: 'a', mime: 'text/plain', text: '' }, caption: null }, NAME);
  await messenger.send({ op: 'picture', room, png: new Uint8Array(), alt: 'Termine', name: 'bild.png' }, NAME);
  await messenger.send({ op: 'poll', room, poll: { question: 'Tee?', options: ['ja', 'nein'] }, document: hello }, NAME);
  await messenger.send({ op: 'delete', room, messageId: '1' }, NAME);
  expect(seen.map((call) => ('document' in call ? plain(call.document) : 'text' in call ? call.text : 'caption' in call ? call.caption : 'alt' in call ? call.alt : call.op)))
    .toEqual(['PROBE · REHEARSAL\nHallo', 'REHEARSAL · Kick-off', 'PROBE · REHEARSAL: Danke.', 'PROBE · REHEARSAL', 'PROBE · REHEARSAL\nTermine', 'PROBE · REHEARSAL\nHallo', 'delete']);
});
