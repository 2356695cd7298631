import type { Instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { currentProcess } from '../process/commands.ts';
import { quietHoursOf, sendAt } from './quiet.ts';

/** Quiet hours for features that remind people of their own things, as the process and the person have them. */
export const quietHours = {
  /** When a reminder to answer may go out: `due`, or the end of the quiet hours it falls into; null: they want none. */
  async sendAt(turn: Turn, personId: string, due: Instant, zone: string, worthlessFrom: Instant): Promise<Instant | null> {
    const choice = await turn.unit.reminders.choice(personId);
    if (choice?.off.includes('DEADLINE') === true) return null;
    return sendAt(due, quietHoursOf(await currentProcess(turn.unit), choice), zone, worthlessFrom);
  },
};
