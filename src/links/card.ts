import type { CardKind } from '../kernel/feature.ts';
import type { Turn } from '../kernel/turn.ts';
import { record } from '../office/record.ts';
import type { Person } from '../people/records.ts';
import type { Records } from '../ports/store.ts';
import { currentProcess } from '../process/commands.ts';
import { document, line, say, strong, title } from '../view/document.ts';
import { human, type Human, type Language } from '../view/language.ts';
import { partable, type Links } from './links.ts';
import type { Link } from './records.ts';

/** Shows the office two persons that became one, with a button that takes it back. Subject `LINK:<link id>`. */
export const LINK = 'LINK';

/** Links the office can take back now, newest first. */
export async function recentLinks({ links }: Records): Promise<Link[]> {
  const all = await links.links();
  return all.filter((link) => partable(link, all));
}

/** Puts the link into the private chat of whoever looks at the board. */
export async function postLink(turn: Turn, link: Link, personId: string): Promise<void> {
  await turn.repost(turn.place.room, { kind: LINK, what: link.id, personId });
}

export function linkCard(links: Links): CardKind {
  return {
    kind: LINK,
    prefetch: async () => {},
    draw: async (records, copy, context) => {
      const link = await records.links.link(copy.subject.slice(LINK.length + 1));
      const language = context.languages[0]!;
      if (link === null) return copy.data['closed'] === true ? { document: say(language.t('link-parted-card')), actions: [], open: false } : null;
      const { zone } = (await currentProcess(records)).process;
      const names = namesOf(link, language);
      return {
        document: document(
          title(strong(language.t('link-card-title'))),
          line(language.t('link-card', { ...names, date: language.shortDate(link.madeAt, zone), time: language.clock(link.madeAt, zone) })),
          line(language.t('link-card-until', { date: language.shortDate(link.expiresAt, zone), time: language.clock(link.expiresAt, zone) })),
        ),
        actions: [{ id: 'part', label: language.t('action-part'), row: 0 }],
        open: true,
      };
    },
    press: async (turn, copy, actionId) => {
      const link = await turn.unit.links.link(copy.subject.slice(LINK.length + 1));
      if (turn.actor.role === null || turn.actor.role === 'HELPER') return turn.refuse(turn.t('command-not-allowed'));
      if (actionId !== 'part') return turn.refuse(turn.t('press-unknown'));
      if (link === null || link.expiresAt <= turn.now) return turn.refuse(turn.t('press-closed'));
      if (!partable(link, await turn.unit.links.links())) return turn.refuse(turn.t('link-part-younger-first'));
      await turn.close(copy);
      await record(turn, 'link.undone', { subjectId: link.intoId });
      await links.part(turn, link);
      for (const personId of [link.fromId, link.intoId]) await turn.tell(personId, (language) => language.t('link-parted'));
      turn.answer(turn.t('link-parted-card'));
    },
  };
}

function namesOf({ kept }: Link, language: Language): { name: Human; other: Human } {
  const { from, into } = kept['people'] as unknown as { from: Person; into: Person };
  const shown = ({ name }: Person): Human => human(name ?? language.t('person-unnamed'));
  return { name: shown(into), other: shown(from) };
}
