/**
 * The shapes that travel over the wire, as far as this fake server produces them. Field names are Telegram's.
 * Kept looser than the official types on purpose: the judge of REQUESTS is `schema.ts`, made from another package.
 */

export interface WireUser {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export interface WireChat {
  id: number;
  type: ChatType;
  title?: string | undefined;
  username?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  is_forum?: true | undefined;
}

/** Offsets and lengths are UTF-16 code units. */
export interface WireEntity {
  type: string;
  offset: number;
  length: number;
  url?: string | undefined;
  user?: WireUser | undefined;
  language?: string | undefined;
  custom_emoji_id?: string | undefined;
  unix_time?: number | undefined;
  date_time_format?: string | undefined;
}

export interface WireButton {
  text: string;
  callback_data?: string | undefined;
  url?: string | undefined;
  [other: string]: unknown;
}

export interface WireMarkup {
  inline_keyboard: WireButton[][];
}

export interface WireDocument {
  file_id: string;
  file_unique_id: string;
  file_name?: string | undefined;
  mime_type?: string | undefined;
  file_size: number;
}

export interface WirePhotoSize {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
}

/** `date` and `edit_date` are Unix seconds; `message_id` is 0 for ephemeral messages. */
export interface WireMessage {
  message_id: number;
  date: number;
  chat: WireChat;
  from?: WireUser | undefined;
  sender_chat?: WireChat | undefined;
  message_thread_id?: number | undefined;
  is_topic_message?: true | undefined;
  is_automatic_forward?: true | undefined;
  forward_origin?: unknown;
  receiver_user?: WireUser | undefined;
  ephemeral_message_id?: number | undefined;
  reply_to_message?: WireMessage | undefined;
  edit_date?: number | undefined;
  text?: string | undefined;
  entities?: WireEntity[] | undefined;
  caption?: string | undefined;
  caption_entities?: WireEntity[] | undefined;
  link_preview_options?: unknown;
  reply_markup?: WireMarkup | undefined;
  document?: WireDocument | undefined;
  photo?: WirePhotoSize[] | undefined;
  poll?: unknown;
  [service: string]: unknown;
}

export interface WireUpdate {
  update_id: number;
  [kind: string]: unknown;
}

/** A file that arrived as a multipart part. */
export interface Upload {
  filename: string;
  mime: string;
  bytes: Buffer;
}

export type Params = Record<string, unknown>;

/** True for a file part (as opposed to text) in decoded parameters. */
export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as { bytes?: unknown }).bytes);
}
