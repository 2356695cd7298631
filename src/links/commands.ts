import { command, type Command } from '../kernel/command.ts';
import { instant } from '../kernel/time.ts';
import type { Turn } from '../kernel/turn.ts';
import { hashOfCode } from '../office/code.ts';
import { record } from '../office/record.ts';
import { code, document, line } from '../view/document.ts';
import { human } from '../view/language.ts';
import { CODE_LIVES, readable } from './code.ts';
import type { Links } from './links.ts';
import { entryParam, sureParam, wantedParam, type Entry } from './params.ts';
import { countGuess, redeemable } from './redeem.ts';

/**
 * `/verknuepfen`: a code that is typed in one's other account. `/verknuepfen CODE`: makes one person of the two.
 * `/verknuepfen Frau K.`, by the office: a code for a person it wrote down, to be typed by that person.
 */
export function linkCommand(links: Links): Command {
  return command({
    name: 'verknuepfen', aliases: ['link'], who: 'everyone', menu: 'private',
    params: { wanted: wantedParam, entry: entryParam, sure: sureParam },
    run: async (turn, { wanted, entry, sure }) => {
      if (!turn.isPrivate) return spoiled(turn, wanted.kind === 'code' ? wanted.code : null);
      if (wanted.kind === 'code') return redeem(turn, links, wanted.code, sure);
      return entry === null ? ownCode(turn) : codeForEntry(turn, entry);
    },
  });
}

/** A code that others could read is worth nothing any more. */
async function spoiled(turn: Turn, typed: string | null): Promise<void> {
  const found = typed === null ? null : await redeemable(turn, typed);
  if (typed !== null && found === null) countGuess(turn);
  if (found !== null && found !== 'too many') turn.unit.links.removeCode(found.codeHash);
  turn.refuse(turn.t('link-in-private'));
}

async function ownCode(turn: Turn): Promise<void> {
  const secret = await issue(turn, await turn.person());
  turn.answer(document(line(turn.t('link-code')), line(code(`/verknuepfen ${secret}`)), line(turn.t('link-code-matrix')), line(turn.t('link-code-secret'))));
}

async function codeForEntry(turn: Turn, { personId, name }: Entry): Promise<void> {
  const secret = await issue(turn, personId);
  await record(turn, 'link.offered', { subjectId: personId });
  turn.answer(document(line(turn.t('link-code-entry', { name: human(name) })), line(code(`/verknuepfen ${secret}`))));
}

/** One code per person at a time: the newest. */
async function issue(turn: Turn, personId: string): Promise<string> {
  const { links } = turn.unit;
  for (const { codeHash } of await links.codesOf(personId)) links.removeCode(codeHash);
  const secret = readable(turn.house.ids.code());
  links.putCode({ codeHash: hashOfCode(secret), personId, createdAt: turn.now, expiresAt: instant(turn.now + CODE_LIVES) });
  turn.planned();
  return secret;
}

/** Wrong, late, used and foreign codes are answered alike: a guess learns nothing. */
async function redeem(turn: Turn, links: Links, typed: string, sure: boolean): Promise<void> {
  const found = await redeemable(turn, typed);
  if (found === 'too many') return turn.refuse(turn.t('link-too-many'));
  if (found === null) {
    countGuess(turn);
    return turn.refuse(turn.t('link-wrong'));
  }
  if (found.personId === turn.actor.personId) return turn.refuse(turn.t('link-other-account'));
  turn.unit.links.removeCode(found.codeHash);
  if (!sure) return turn.answer(turn.t('link-kept'));
  await join(turn, links, found.personId, await turn.person());
}

async function join(turn: Turn, links: Links, from: string, into: string): Promise<void> {
  const { languages } = turn.house;
  // Both accounts are told, each once: whoever did not wish this hears of it.
  await turn.tell(from, (language) => language.t('link-made-there', { messenger: language.t(`channel-${turn.actor.platform}`) }));
  const chosen = (await turn.unit.people.person(into))?.language ?? (await turn.unit.people.person(from))?.language ?? null;
  if (chosen !== null) turn.actor = { ...turn.actor, language: languages.of(chosen) };
  turn.answer(turn.t('link-made'));
  await record(turn, 'link.made', { subjectId: into });
  await links.join(turn, from, into);
}
