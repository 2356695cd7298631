/** Menus and descriptions: per language and kind of chat, written only where they differ. */
import { expect, test } from 'vitest';
import { createTelegram } from '../../../adapters/telegram/index.ts';
import type { Profile } from '../../../src/ports/messenger.ts';
import { MemoryIntake, MemoryLogger } from './recorder.ts';
import { stage } from './setup.ts';

const profile = (language: string | null, hilfe: string): Profile => ({
  language,
  privateMenu: [{ command: 'hilfe', description: hilfe }, { command: 'meine', description: 'x' }],
  groupMenu: [{ command: 'termine', description: 'x' }],
  description: `${hilfe} ${'lang '.repeat(200)}`,
  shortDescription: hilfe,
});
const profiles = [profile(null, 'Hilfe'), profile('en', 'Help')];

test('are set per language and scope, and not again', async () => {
  await using on = await stage({ start: false });
  await on.telegram.start(on.intake, profiles);
  expect(on.server.calls('setMyCommands').map((call) => call.params)).toMatchObject([
    { scope: { type: 'all_private_chats' }, commands: [{ command: 'hilfe', description: 'Hilfe' }, { command: 'meine' }] },
    { scope: { type: 'all_group_chats' }, commands: [{ command: 'termine' }] },
    { scope: { type: 'all_private_chats' }, language_code: 'en' },
    { scope: { type: 'all_group_chats' }, language_code: 'en' },
  ]);
  expect(on.server.calls('setMyDescription').map((call) => String(call.params['description']).length <= 512)).toEqual([true, true]);
  expect(on.server.calls('setMyShortDescription')).toHaveLength(2);
  await on.telegram.stop();

  const again = createTelegram({ token: on.server.token, apiRoot: on.server.url, logger: new MemoryLogger(), stallSeconds: 1 });
  await again.start(new MemoryIntake(), profiles);
  await again.stop();
  expect(on.server.calls('setMyCommands')).toHaveLength(4);
  expect(on.server.calls('setMyDescription')).toHaveLength(2);
  expect(on.server.violations).toEqual([]);
});

test('that fail are logged; the bot works on', async () => {
  await using on = await stage({ start: false });
  on.server.fault({ kind: '429', method: 'setMyCommands', times: Infinity });
  await on.telegram.start(on.intake, profiles);
  expect(on.logger.of('warn')).toHaveLength(4);
  on.server.user({}).say('/start');
  await on.server.waitFor(() => on.intake.rows.size === 1);
});
