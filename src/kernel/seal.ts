import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a button carries: `1.<card id>.<seal>.<action>` (≤ 64 bytes, Bot API callback_data). The seal is an HMAC-SHA256
 * over the card's id with the installation's secret, cut to 96 bits, so a press can only name a card we posted.
 * Which room the card stands in and who may press is checked in the database at press time, never trusted from here.
 */
export interface Seals {
  seal(cardId: string, actionId: string): string;
  /** null for anything we did not seal. */
  open(data: string): { cardId: string; actionId: string } | null;
}

const SEAL_LENGTH = 16;
/** Many presses are on few cards. */
const KEPT = 1_000;
const SHAPE = /^1\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{16})\.([a-z0-9-]{1,12})$/;

export function createSeals(secret: string): Seals {
  const made = new Map<string, string>();
  const sealOf = (cardId: string): string => {
    const seal = made.get(cardId) ?? createHmac('sha256', secret).update(cardId).digest('base64url').slice(0, SEAL_LENGTH);
    if (made.size >= KEPT) made.clear();
    made.set(cardId, seal);
    return seal;
  };
  return {
    seal: (cardId, actionId) => `1.${cardId}.${sealOf(cardId)}.${actionId}`,
    open: (data) => {
      const [, cardId, seal, actionId] = SHAPE.exec(data) ?? [];
      if (cardId === undefined || seal === undefined || actionId === undefined) return null;
      return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(cardId))) ? { cardId, actionId } : null;
    },
  };
}
