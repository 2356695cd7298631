import type { Unit } from '../ports/store.ts';
import type { OutboxRow } from './effect.ts';
import type { Instant } from './time.ts';
import type { Platform } from './update.ts';

/**
 * A chat lives on under another id (Telegram: group → supergroup). Every row follows in one transaction; the old
 * messages are gone, so live cards are posted anew. Told twice (service message and refused call), done once.
 */
export async function followMove(
  unit: Unit,
  platform: Platform,
  oldChat: string,
  newChat: string,
  now: Instant,
  nextSeq: () => number,
): Promise<{ effects: OutboxRow[]; subjects: string[] }> {
  const copies = await unit.kernel.moveChat(platform, oldChat, newChat);
  const effects = copies.map((copy): OutboxRow => ({
    effectId: `move.${newChat}.${copy.id}`,
    seq: nextSeq(),
    room: copy.room,
    personId: copy.personId,
    effect: { kind: 'POST', cardId: copy.id, replyTo: null },
    state: 'READY',
    attempt: 0,
    notBefore: now,
    expiresAt: null,
    createdAt: now,
    sendingAt: null,
    unknownAt: null,
    messageId: null,
  }));
  for (const effect of effects) unit.kernel.putOutbox(effect);
  return { effects, subjects: copies.map((copy) => copy.subject) };
}
