import type { Turn } from '../kernel/turn.ts';
import { EVENT } from './cards.ts';
import { roomOf, type Before } from './deed.ts';
import type { Replies } from './replies.ts';

/**
 * A message or reaction was taken back: the reply becomes what it was before it. What was answered since stands; and
 * what somebody else removes (a moderator who tidies up) undoes nothing.
 */
export async function undo(turn: Turn, replies: Replies): Promise<void> {
  const what = turn.update?.what;
  if (what?.kind !== 'undone') return;
  const deed = await turn.unit.kernel.deed(roomOf(turn), what.messageId);
  if (deed === null || deed.personId !== turn.actor.personId || !deed.subject.startsWith(`${EVENT}:`)) return;
  turn.unit.kernel.removeDeed(deed);
  const event = await turn.unit.events.event(deed.subject.slice(EVENT.length + 1));
  const rsvp = event === null ? null : await turn.unit.events.rsvp(event.key, deed.personId);
  const was = deed.before as unknown as Before;
  if (event === null || rsvp === null || rsvp.answeredAt !== was.answeredAt) return;
  if (was.answer === null) {
    await replies.remove(turn, rsvp);
    return turn.answer(turn.t('reply-taken-back', { event: turn.language.pick(event.title) }));
  }
  await replies.answer(turn, event, await replies.own(turn, event, { answer: was.answer, partySize: was.partySize, children: was.children }));
}
