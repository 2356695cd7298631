import { saidTwice } from '../decisions/params.ts';
import type { CardKind } from '../kernel/feature.ts';
import type { CardCopy } from '../kernel/records.ts';
import type { Turn } from '../kernel/turn.ts';
import type { RoomId } from '../kernel/update.ts';
import type { Records } from '../ports/store.ts';
import type { Poll } from '../view/card.ts';
import { document, line } from '../view/document.ts';

/** A show of hands in the messenger's own form; the subject names its room. */
const QUICKPOLL = 'QUICKPOLL';

/** What a copy keeps: until its end what was asked, never a vote or who asked; then nothing. */
type Kept = Poll | { readonly closed: true };

/**
 * It is asked once. Where the chat has moved, question and votes stayed behind, and it is not asked again: that would be
 * two counts.
 */
export const quickPollKind: CardKind = {
  kind: QUICKPOLL,
  prefetch: async () => {},
  draw: async (_records, copy, { languages }) => {
    const kept = copy.data as unknown as Kept;
    if (isLeftBehind(copy)) return null;
    if ('closed' in kept) return { document: document(...languages.map((language) => line(language.t('quickpoll-ended')))), actions: [], open: false, poll: 'ENDED' };
    return { document: document(...languages.map((language) => line(language.t('quickpoll-footnote')))), actions: [], open: true, poll: kept };
  },
  press: async (turn) => turn.refuse(turn.t('choice-in-poll')),
};

export function ask(turn: Turn, { question, options }: Poll): void {
  turn.post(turn.place.room, { kind: QUICKPOLL, what: turn.place.room, personId: null, data: { question, options } });
}

/** Those of a room that still take votes, oldest first. */
export async function openIn(records: Records, room: RoomId): Promise<{ readonly copy: CardCopy; readonly question: string }[]> {
  const copies = (await records.kernel.cardsOf(`${QUICKPOLL}:${room}`)).sort((a, b) => a.createdAt - b.createdAt);
  return copies.flatMap((copy) => {
    const kept = copy.data as unknown as Kept;
    return 'closed' in kept || isLeftBehind(copy) ? [] : [{ copy, question: kept.question }];
  });
}

/** No more votes in it, and what was asked is forgotten. */
export const end = (turn: Turn, copy: CardCopy): Promise<void> => turn.close(copy, {});

/** One question is one count: those that ask the same in this room end. */
export async function endQuickPolls(turn: Turn, room: RoomId, question: string): Promise<void> {
  for (const each of await openIn(turn.unit, room)) if (asksTheSame(each.question, question)) await end(turn, each.copy);
}

export const asksTheSame = (one: string, other: string): boolean => saidTwice([one, other]) !== undefined;

/** It has stood somewhere, and the message is gone from there. */
const isLeftBehind = ({ messageId, editedAt }: CardCopy): boolean => messageId === null && editedAt !== null;
