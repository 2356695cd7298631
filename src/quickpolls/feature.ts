import type { Rosters } from '../groups/ports.ts';
import type { Feature } from '../kernel/feature.ts';
import { quickPollKind } from './card.ts';
import { quickPollCommand } from './commands.ts';

/** A show of hands in one room, by the messenger's own poll: no rule, no quorum, no count over both messengers. */
export function quickPollsFeature(rosters: Rosters): Feature {
  return { commands: [quickPollCommand(rosters)], cards: [quickPollKind], due: [], hears: {} };
}
