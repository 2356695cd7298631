import { absent, problem, value, type Param } from '../kernel/command.ts';
import { isolate, likelySame, normalizeForCompare, shortName } from '../kernel/text.ts';
import type { Turn } from '../kernel/turn.ts';
import { human } from '../view/language.ts';
import { redeemable } from './redeem.ts';

/** What stands behind /verknuepfen: nothing (a code is wanted), a code, or, typed by the office, somebody it wrote down. */
export type Wanted =
  | { readonly kind: 'own' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'entry'; readonly entries: readonly Entry[] };

export interface Entry {
  readonly personId: string;
  readonly name: string;
  readonly label: string;
}

/** A name comes before a code: some names have eight letters, and nobody's name is a code for long. */
export const wantedParam: Param<Wanted> = {
  take: async (text, turn) => {
    if (text === '') return value({ kind: 'own' }, '');
    const entries = turn.isPrivate && turn.actor.role !== null ? await entriesNamed(turn, text) : [];
    return value(entries.length === 0 ? { kind: 'code', code: text } : { kind: 'entry', entries }, text);
  },
  ask: null,
};

/** Which of several entries under one name; null: none is wanted. */
export const entryParam: Param<Entry | null> = {
  take: async (text, _turn, earlier) => {
    const wanted = earlier['wanted'] as Wanted;
    if (wanted.kind !== 'entry') return value(null, '', text);
    const { entries } = wanted;
    const chosen = entries.length === 1 ? entries[0] : entries.find(({ personId }) => personId === text);
    return chosen === undefined ? absent : value(chosen, chosen.personId);
  },
  ask: async (turn, earlier) => {
    const wanted = earlier['wanted'] as Wanted;
    return { text: turn.t('link-which-entry'), choices: wanted.kind === 'entry' ? wanted.entries.map(({ label, personId }) => ({ label, raw: personId })) : [] };
  },
};

/**
 * Asked only where a role in the office would come to a further account: whoever is talked into typing a stranger's
 * code must not hand that stranger the office.
 */
export const sureParam: Param<boolean> = {
  take: async (text, turn, earlier) => {
    if ((await officeAtStake(turn, earlier['wanted'] as Wanted)) === null) return value(true, '', text);
    if (text === '') return absent;
    const said = text.toLowerCase();
    if (said === 'ja' || said === 'yes') return value(true, text);
    return said === 'nein' || said === 'no' ? value(false, text) : problem(turn.t('ask-yes-no'));
  },
  ask: async (turn, earlier) => {
    const name = (await officeAtStake(turn, earlier['wanted'] as Wanted)) ?? turn.t('person-unnamed');
    return {
      text: turn.t('link-sure', { name: human(name) }),
      choices: [
        { label: turn.t('sure-yes'), raw: 'ja' },
        { label: turn.t('sure-no'), raw: 'nein' },
      ],
    };
  },
};

/** The name of the account the code came from, where one of the two belongs to the office; null: neither does. */
async function officeAtStake(turn: Turn, wanted: Wanted): Promise<string | null> {
  const code = wanted.kind === 'code' && turn.isPrivate ? await redeemable(turn, wanted.code) : null;
  if (code === null || code === 'too many' || code.personId === turn.actor.personId) return null;
  const role = turn.actor.role ?? (await turn.unit.office.staff(code.personId))?.role ?? null;
  if (role === null || (await turn.unit.people.identitiesOf(code.personId)).length === 0) return null;
  return (await turn.unit.people.person(code.personId))?.name ?? turn.t('person-unnamed');
}

/** People without a chat account whom the office wrote down under this name, or one that is likely the same. */
async function entriesNamed(turn: Turn, text: string): Promise<Entry[]> {
  const found = new Map<string, Entry>();
  for (const event of await turn.unit.events.events()) {
    for (const { personId, name, channel, partySize } of await turn.unit.events.enteredReplies(event.key)) {
      if (name === null || !(normalizeForCompare(name) === normalizeForCompare(text) || likelySame(name, text))) continue;
      const how = turn.t(`channel-${channel.toLowerCase()}`);
      found.set(personId, { personId, name, label: `${shortName(isolate(name), 12)} · ${how} ${partySize}` });
    }
  }
  return [...found.values()];
}
