import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { shortName } from '../../src/kernel/text.ts';
import type { Button } from '../../src/ports/messenger.ts';

/** Longest `callback_data`, in bytes (https://core.telegram.org/bots/api#inlinekeyboardbutton). */
const MAX_DATA_BYTES = 64;
const MAX_LABEL_GRAPHEMES = 24;
const MAX_PER_ROW = 3;
const MAX_BUTTONS = 60;

/**
 * Buttons with the same row number side by side, at most three; a fuller row goes on below. Undefined where there are
 * none, which takes an edited message's keyboard away.
 *
 * @throws RangeError for a button Telegram would refuse: a bug on our side.
 */
export function keyboard(buttons: readonly Button[]): InlineKeyboardMarkup | undefined {
  if (buttons.length === 0) return undefined;
  if (buttons.length > MAX_BUTTONS) throw new RangeError(`${buttons.length} buttons, at most ${MAX_BUTTONS}`);
  const rows = new Map<number, InlineKeyboardButton[]>();
  for (const button of buttons) {
    const row = rows.get(button.row);
    if (row === undefined) rows.set(button.row, [inlineButton(button)]);
    else row.push(inlineButton(button));
  }
  const ordered = [...rows].toSorted(([a], [b]) => a - b).map(([, row]) => row);
  return { inline_keyboard: ordered.flatMap((row) => chunks(row, MAX_PER_ROW)) };
}

function inlineButton(button: Button): InlineKeyboardButton {
  const text = shortName(button.label.toWellFormed().trim(), MAX_LABEL_GRAPHEMES);
  if (text === '') throw new RangeError('a button without a label');
  if (button.url !== null) return { text, url: button.url };
  if (button.data === null) throw new RangeError('a button without data or url');
  const bytes = Buffer.byteLength(button.data);
  if (bytes < 1 || bytes > MAX_DATA_BYTES) throw new RangeError(`callback_data of ${bytes} bytes, at most ${MAX_DATA_BYTES}`);
  return { text, callback_data: button.data };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
