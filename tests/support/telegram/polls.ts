import { accessChat, wireChat } from './chats.ts';
import { badRequest, misuse } from './failure.ts';
import { findOwn, readMarkup, send, type SendParams } from './messages.ts';
import type { WireMarkup, WireMessage } from './wire.ts';
import type { World } from './world.ts';

export interface PollState {
  id: string;
  chatId: number;
  messageId: number;
  question: string;
  options: { persistent_id: string; text: string }[];
  anonymous: boolean;
  multiple: boolean;
  revoting: boolean;
  type: string;
  /** Stands in the message, not in updates about the poll. */
  description?: string;
  closed: boolean;
  /** Voter (user or chat id) → chosen option indexes. */
  votes: Map<number, number[]>;
}

interface SendPollParams extends SendParams {
  question: string;
  options: { text: string }[];
  is_anonymous?: boolean;
  allows_multiple_answers?: boolean;
  allows_revoting?: boolean;
  type?: string;
  description?: string;
  is_closed?: boolean;
}

/** https://core.telegram.org/bots/api#sendpoll, after entities parsing */
const MAX_DESCRIPTION = 1_024;

function wirePoll(poll: PollState): Record<string, unknown> {
  return {
    id: poll.id,
    question: poll.question,
    options: poll.options.map((option, index) => ({ ...option, voter_count: [...poll.votes.values()].filter((chosen) => chosen.includes(index)).length })),
    total_voter_count: poll.votes.size,
    is_closed: poll.closed,
    is_anonymous: poll.anonymous,
    type: poll.type,
    allows_multiple_answers: poll.multiple,
    allows_revoting: poll.revoting,
    members_only: false,
  };
}

const inMessage = (poll: PollState): Record<string, unknown> => ({ ...wirePoll(poll), ...(poll.description === undefined ? {} : { description: poll.description }) });

export function sendPoll(world: World, params: SendPollParams): WireMessage {
  if (params.ephemeral_message_parameters !== undefined) throw misuse('polls can not be ephemeral');
  let poll: PollState | undefined;
  const sent = send(world, params, () => {
    if (params.type === 'quiz') throw misuse('schema: quizzes are not supported by this server');
    const description = params.description?.trim() ?? '';
    if (description.length > MAX_DESCRIPTION) throw badRequest('poll description is too long');
    poll = {
      id: String(5_500_000_000_000_000n + BigInt(world.serial())), chatId: 0, messageId: 0, question: params.question,
      options: params.options.map((option, index) => ({ persistent_id: String(index), text: option.text })),
      anonymous: params.is_anonymous ?? true, multiple: params.allows_multiple_answers ?? false, revoting: params.allows_revoting ?? true,
      type: 'regular', ...(description === '' ? {} : { description }), closed: params.is_closed ?? false, votes: new Map(),
    };
    return { poll: inMessage(poll) };
  });
  if (poll !== undefined) {
    Object.assign(poll, { chatId: sent.chat.id, messageId: sent.message_id });
    world.polls.set(poll.id, poll);
  }
  return sent;
}

export function stopPoll(world: World, params: { chat_id: number | string; message_id: number; reply_markup?: WireMarkup }): Record<string, unknown> {
  const chat = accessChat(world, params.chat_id, 'write');
  world.flood.take(chat.id, chat.type, world.now());
  const found = findOwn(chat, params.message_id);
  const poll = pollOf(world, chat.id, params.message_id);
  if (poll === undefined) throw badRequest("message with poll to stop not found");
  if (poll.closed) throw badRequest('poll has already been closed');
  poll.closed = true;
  found.wire = { ...found.wire, poll: inMessage(poll), reply_markup: readMarkup(params.reply_markup) };
  world.updates.push('poll', wirePoll(poll));
  return wirePoll(poll);
}

export function pollOf(world: World, chatId: number, messageId: number): PollState | undefined {
  return [...world.polls.values()].find((poll) => poll.chatId === chatId && poll.messageId === messageId);
}

/** A vote (empty list = withdrawn) by a user, or by a chat for anonymous administrators and channels. */
export function vote(world: World, poll: PollState, voter: number, chosen: number[]): void {
  if (poll.closed) throw new Error('this poll is closed');
  if (chosen.length > 1 && !poll.multiple) throw new Error('this poll takes one answer');
  if (!poll.revoting && poll.votes.has(voter)) throw new Error('this poll does not allow to vote again');
  if (chosen.length === 0) poll.votes.delete(voter);
  else poll.votes.set(voter, chosen);
  const found = world.chats.get(poll.chatId)?.messages.get(poll.messageId);
  if (found) found.wire = { ...found.wire, poll: inMessage(poll) };
  if (poll.anonymous) {
    world.updates.push('poll', wirePoll(poll));
    return;
  }
  const chat = voter < 0 ? world.chats.get(voter) : undefined;
  world.updates.push('poll_answer', {
    poll_id: poll.id,
    ...(chat ? { voter_chat: wireChat(world, chat), user: undefined } : { user: world.users.get(voter)?.profile }),
    option_ids: chosen,
    option_persistent_ids: chosen.map((index) => poll.options[index]?.persistent_id ?? ''),
  });
}
