import type { Command } from './command.ts';
import type { Role } from './directory.ts';
import type { Turn } from './turn.ts';

const ALLOWED: Readonly<Record<'staff' | 'office' | 'officer', readonly Role[]>> = {
  staff: ['OFFICER', 'DEPUTY', 'HELPER'],
  office: ['OFFICER', 'DEPUTY'],
  officer: ['OFFICER'],
};

/**
 * Why this person may not use this command here and now; null: they may. Asked when the command is typed and again
 * when its last answer is in: a role may have gone in between.
 */
export function refusal(turn: Turn, command: Command): string | null {
  const { actor } = turn;
  const { who } = command;
  if (who === 'anybody') return null;
  if (who === 'organiser') return mayOrganise(turn) ? null : turn.t('command-not-allowed');
  if (actor.kind === 'hidden') return turn.t('hidden-admin');
  if (who !== 'everyone' && (actor.role === null || !ALLOWED[who].includes(actor.role))) return turn.t('command-not-allowed');
  if (command.where === 'private' && !turn.isPrivate) return turn.t(who === 'everyone' ? 'data-in-private' : 'office-in-private');
  return null;
}

/** The office, and whoever has an administrator's power in this very room, as far as the messenger tells. */
export function mayOrganise({ actor }: Turn): boolean {
  return actor.kind === 'hidden' || actor.moderator || (actor.role !== null && ALLOWED.staff.includes(actor.role));
}
