import type { DueWork } from './feature.ts';
import { durations, instant, type Instant } from './time.ts';

/** Worked-off rows are kept this long: platforms repeat updates for a day at most (Telegram), duplicates must be explainable. */
const KEEP = 7 * durations.day;
const EVERY = durations.day;
const SWEPT = 'sweptAt';

/** A reaction can be taken back so long. */
const UNDOABLE = 30 * durations.day;

/** Forgets what is no longer needed: worked-off updates with their texts, accounts of sent messages. */
export function housekeeping(startedAt: Instant): DueWork {
  return {
    name: 'housekeeping',
    next: async (records) => {
      const last = await records.kernel.marker(SWEPT);
      return instant((last === null ? startedAt : Number(last)) + EVERY);
    },
    run: async (turn) => {
      const before = instant(turn.now - KEEP);
      const updates = await turn.unit.kernel.forgetInbox(before);
      const effects = await turn.unit.kernel.forgetOutbox(before);
      await turn.unit.kernel.forgetDeeds(instant(turn.now - UNDOABLE));
      turn.unit.kernel.setMarker(SWEPT, String(turn.now));
      turn.house.logger.info({ updates, effects }, 'forgot what is older than a week');
    },
  };
}
