import { isDeepStrictEqual } from 'node:util';
import type { BotCommand, BotCommandScope, LanguageCode } from 'grammy/types';
import type { Logger } from '../../src/ports/logger.ts';
import type { MenuEntry, Profile } from '../../src/ports/messenger.ts';
import { cut } from '../../src/view/inert.ts';
import type { TelegramApi } from './api.ts';
import { describe } from './errors.ts';

/** https://core.telegram.org/bots/api#botcommand, #setmydescription, #setmyshortdescription */
const MAX_COMMANDS = 100;
const MAX_COMMAND_TEXT = 256;
const MAX_DESCRIPTION = 512;
const MAX_SHORT_DESCRIPTION = 120;

/**
 * What people see before they write: command menus per language and kind of chat, and the texts of the empty chat.
 * Only what differs is written, since Telegram limits such changes. A bot without a menu still works: failures are logged.
 */
export async function publishProfiles(api: TelegramApi, profiles: readonly Profile[], logger: Logger): Promise<void> {
  for (const profile of profiles) {
    const language = profile.language === null ? {} : { language_code: profile.language as LanguageCode };
    await attempt(logger, () => putCommands(api, profile.privateMenu, { scope: { type: 'all_private_chats' }, ...language }));
    await attempt(logger, () => putCommands(api, profile.groupMenu, { scope: { type: 'all_group_chats' }, ...language }));
    await attempt(logger, async () => {
      const description = cut(profile.description, MAX_DESCRIPTION);
      if ((await api.getMyDescription(language)).description !== description) await api.setMyDescription({ description, ...language });
    });
    await attempt(logger, async () => {
      const wanted = cut(profile.shortDescription, MAX_SHORT_DESCRIPTION);
      if ((await api.getMyShortDescription(language)).short_description === wanted) return;
      await api.setMyShortDescription({ short_description: wanted, ...language });
    });
  }
}

interface Audience {
  readonly scope: BotCommandScope;
  readonly language_code?: LanguageCode;
}

/** In a group a command concerns one person: chosen from the menu it is seen by them and us alone (Bot API 10.2). */
async function putCommands(api: TelegramApi, menu: readonly MenuEntry[], audience: Audience): Promise<void> {
  const quiet = audience.scope.type === 'all_group_chats' ? { is_ephemeral: true } : {};
  const commands: BotCommand[] = menu
    .slice(0, MAX_COMMANDS)
    .map(({ command, description }) => ({ command, description: cut(description, MAX_COMMAND_TEXT), ...quiet }));
  const present = (await api.getMyCommands(audience)).map(({ command, description, is_ephemeral }) => ({ command, description, ...(is_ephemeral === true ? { is_ephemeral } : {}) }));
  if (isDeepStrictEqual(present, commands)) return;
  if (commands.length === 0) await api.deleteMyCommands(audience);
  else await api.setMyCommands({ commands, ...audience });
}

async function attempt(logger: Logger, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    logger.warn({ problem: describe(error) }, 'a menu or description could not be set on Telegram');
  }
}
