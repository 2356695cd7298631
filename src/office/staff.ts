import { command, firstWord, problem, value, type Command, type Param } from '../kernel/command.ts';
import type { Role } from '../kernel/directory.ts';
import { durations, instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { code, document, line } from '../view/document.ts';
import { showBoard } from './board.ts';
import { hashOfCode } from './code.ts';
import { record } from './record.ts';

/** An invitation is worth so long. */
const INVITATION = 7 * durations.day;

export const RANK: Readonly<Record<Role, number>> = { HELPER: 1, DEPUTY: 2, OFFICER: 3 };

type Wanted = { readonly kind: 'board' } | { readonly kind: 'invite'; readonly role: Role } | { readonly kind: 'code'; readonly code: string };

const ROLES: Readonly<Record<string, Role>> = { vertretung: 'DEPUTY', deputy: 'DEPUTY', hilfe: 'HELPER', helfer: 'HELPER', helferin: 'HELPER', helper: 'HELPER' };

const wantedParam: Param<Wanted> = {
  take: async (text, turn) => {
    const { word, rest } = firstWord(text);
    if (word === '') return value({ kind: 'board' }, '');
    if (word.toLowerCase() !== 'einladen' && word.toLowerCase() !== 'invite') return value({ kind: 'code', code: text }, text);
    const role = ROLES[rest.toLowerCase()];
    return role === undefined ? problem(turn.t('office-invite-whom')) : value({ kind: 'invite', role }, text);
  },
  ask: null,
};

/** `/amt`: the board. `/amt CODE`: joins the office. `/amt einladen Vertretung`: a one-time code for somebody else. */
export function officeCommand(): Command {
  return command({
    name: 'amt', aliases: ['office'], who: 'everyone', menu: 'help', where: 'private', params: { wanted: wantedParam },
    run: async (turn, { wanted }) => {
      if (wanted.kind === 'code') return redeem(turn, wanted.code);
      if (turn.actor.role === null) return turn.answer(turn.t('command-not-allowed'));
      if (wanted.kind === 'invite') return invite(turn, wanted.role);
      await showBoard(turn);
    },
  });
}

/** Wrong, used and expired codes are answered alike: a guess learns nothing. */
async function redeem(turn: Turn, typed: string): Promise<void> {
  const invitation = await turn.unit.office.invitation(hashOfCode(typed));
  if (invitation === null || invitation.usedAt !== null || invitation.expiresAt <= turn.now) return turn.answer(turn.t('office-code-wrong'));
  // A code never takes anything away from somebody who has more already.
  if (turn.actor.role !== null && RANK[turn.actor.role] >= RANK[invitation.role]) return turn.answer(turn.t(`office-welcome-${turn.actor.role.toLowerCase()}`));
  const personId = await turn.person();
  turn.unit.office.putInvitation({ ...invitation, usedAt: turn.now });
  turn.unit.office.putStaff({ personId, role: invitation.role, invitedBy: invitation.invitedBy, since: turn.now });
  turn.actor = { ...turn.actor, role: invitation.role };
  await record(turn, 'role.given', { subjectId: personId, details: { role: invitation.role } });
  turn.answer(turn.t(`office-welcome-${invitation.role.toLowerCase()}`));
  // The first thing an officer should know is what the town has not said yet.
  if (invitation.role !== 'HELPER') await showBoard(turn);
}

async function invite(turn: Turn, role: Role): Promise<void> {
  if (turn.actor.role !== 'OFFICER') return turn.answer(turn.t('command-not-allowed'));
  const secret = turn.house.ids.code();
  turn.unit.office.putInvitation({ codeHash: hashOfCode(secret), role, invitedBy: await turn.person(), createdAt: turn.now, expiresAt: instant(turn.now + INVITATION), usedAt: null });
  await record(turn, 'role.offered', { details: { role } });
  turn.answer(document(line(turn.t('office-invite', { role: turn.t(`role-${role.toLowerCase()}`) })), line(code(`/amt ${secret}`))));
}

