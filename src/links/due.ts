import type { DueWork } from '../kernel/feature.ts';
import { LINK } from './card.ts';

/** Codes, guesses and what is kept for taking a link back are forgotten as soon as their time is over. */
export const forgettingLinks: DueWork = {
  name: 'forgetting links',
  next: (records) => records.links.nextEnd(),
  run: async (turn) => {
    const { links } = turn.unit;
    await links.forget(turn.now);
    for (const { id, expiresAt } of await links.links()) {
      if (expiresAt > turn.now) continue;
      links.removeLink(id);
      await turn.touch(`${LINK}:${id}`);
    }
  },
};
