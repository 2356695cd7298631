import type { Feature } from '../kernel/feature.ts';

/** Somebody opened or blocked the private chat: only people we know are noted. */
export const reachability: Feature['hears'] = {
  opened: async (turn) => {
    const identity = await turn.unit.people.identity(turn.actor.platform, turn.actor.account);
    if (identity !== null) turn.unit.people.putIdentity({ ...identity, reach: 'OPEN', room: turn.place.room });
  },
  blocked: async (turn) => {
    const identity = await turn.unit.people.identity(turn.actor.platform, turn.actor.account);
    if (identity !== null) turn.unit.people.putIdentity({ ...identity, reach: 'BLOCKED' });
  },
};
