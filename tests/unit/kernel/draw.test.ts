/** Where there are no buttons, a card that can be answered says how, in its readers' languages; and only such a card. */
import { expect, test } from 'vitest';
import { readTexts } from '../../../adapters/system/texts.ts';
import type { Directory } from '../../../src/kernel/directory.ts';
import { Drawer } from '../../../src/kernel/draw.ts';
import type { CardKind } from '../../../src/kernel/feature.ts';
import type { CardCopy } from '../../../src/kernel/records.ts';
import { createSeals } from '../../../src/kernel/seal.ts';
import { instant } from '../../../src/kernel/time.ts';
import { roomId, type RoomId } from '../../../src/kernel/update.ts';
import type { Records } from '../../../src/ports/store.ts';
import type { Action } from '../../../src/view/card.ts';
import { say } from '../../../src/view/document.ts';
import { createLanguages } from '../../../src/view/language.ts';
import { plain } from '../../../src/view/plain.ts';

const languages = createLanguages(readTexts());
const hint = (tag: string): string => languages.of(tag).t('legend-hint');
const yes: Action = { id: 'yes', label: 'Zusage', row: 0 };
const details: Action = { id: 'details', label: 'Details', row: 0, url: 'https://example.org' };

async function drawn(room: RoomId, actions: readonly Action[], { open = true, tags = [] as string[] } = {}) {
  const kind: CardKind = { kind: 'EVENT', draw: async () => ({ document: say('Auftakt'), actions, open }), prefetch: async () => {}, press: async () => {} };
  const copy: CardCopy = { id: 'c', kind: 'EVENT', subject: 'EVENT:auftakt', room, personId: null, messageId: null, shownVersion: 0, digest: null, data: {}, state: 'LIVE', createdAt: instant(0), editedAt: null };
  const records = { kernel: { room: async () => ({ languages: tags }) } } as unknown as Records;
  const explains = (id: RoomId): boolean => id.startsWith('matrix:');
  const drawer = new Drawer(new Map([['EVENT', kind]]), languages, {} as Directory, createSeals('x'.repeat(32)), { deepLink: () => null, explains });
  const drawing = await drawer.draw(records, copy, instant(0));
  return plain(drawing!.document);
}

const MATRIX = roomId('matrix', '!a:example.org');
const TELEGRAM = roomId('telegram', '-1');

test('the hint stands last, right before the numbers', async () => {
  expect(await drawn(MATRIX, [yes])).toBe(`Auftakt\n\n${hint('de')}`);
  expect(await drawn(MATRIX, [yes], { tags: ['de-easy', 'en'] })).toBe(`Auftakt\n\n${hint('de-easy')}\n${hint('en')}`);
});

test.each([
  ['where there are buttons', TELEGRAM, [yes], true],
  ['on a closed card', MATRIX, [yes], false],
  ['where there is only a link', MATRIX, [details], true],
  ['where nothing can be done', MATRIX, [], true],
])('no hint %s', async (_what, room, actions, open) => {
  expect(await drawn(room, actions, { open })).toBe('Auftakt');
});
