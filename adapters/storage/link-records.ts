import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Link, LinkCode, LinkGuess, LinkRecords } from '../../src/links/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const codes = tableOf<LinkCode>()({
  name: 'LinkCode',
  key: ['codeHash'],
  columns: { codeHash: 'text', personId: 'text', createdAt: 'instant', expiresAt: 'instant' },
  findMany: (sql, args: Prisma.LinkCodeFindManyArgs) => sql.linkCode.findMany(args),
});

const guesses = tableOf<LinkGuess>()({
  name: 'LinkGuess',
  key: ['id'],
  columns: { id: 'text', account: 'text', expiresAt: 'instant' },
  findMany: (sql, args: Prisma.LinkGuessFindManyArgs) => sql.linkGuess.findMany(args),
});

const links = tableOf<Link>()({
  name: 'Link',
  key: ['id'],
  columns: { id: 'text', fromId: 'text', intoId: 'text', madeAt: 'instant', expiresAt: 'instant', kept: 'json' },
  findMany: (sql, args: Prisma.LinkFindManyArgs) => sql.link.findMany(args),
});

export function linkRecords(unit: UnitOfWork): LinkRecords {
  const asked = new Shelf(codes, unit);
  const guessed = new Shelf(guesses, unit);
  const made = new Shelf(links, unit);
  return {
    code: (codeHash) => asked.find({ codeHash }),
    codesOf: (personId) => asked.select({ where: { personId } }),
    putCode: (code) => asked.put(code),
    removeCode: (codeHash) => asked.remove({ codeHash }),
    guesses: (now) => guessed.select({ where: { expiresAt: { gt: new Date(now) } } }),
    putGuess: (guess) => guessed.put(guess),
    link: (id) => made.find({ id }),
    links: () => made.select({ orderBy: [{ madeAt: 'desc' }, { id: 'desc' }] }),
    putLink: (link) => made.put(link),
    removeLink: (id) => made.remove({ id }),
    async nextEnd() {
      const orderBy = { expiresAt: 'asc' } as const;
      const first = [await asked.selectFirst({ orderBy }), await guessed.selectFirst({ orderBy }), await made.selectFirst({ orderBy })];
      const ends = first.flatMap((row) => row?.expiresAt ?? []);
      return ends.length === 0 ? null : (Math.min(...ends) as Instant);
    },
    async forget(now) {
      const where = { expiresAt: { lte: new Date(now) } };
      for (const code of await asked.select({ where })) asked.remove(code);
      for (const guess of await guessed.select({ where })) guessed.remove(guess);
    },
  };
}
