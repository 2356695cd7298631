import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { ProcessImport, ProcessRecords } from '../../src/process/records.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const imports = tableOf<ProcessImport>()({
  name: 'ProcessImport',
  key: ['key'],
  columns: { key: 'text', sourceHash: 'text', file: 'json', importedAt: 'instant' },
  findMany: (sql, args: Prisma.ProcessImportFindManyArgs) => sql.processImport.findMany(args),
});

export function processRecords(unit: UnitOfWork): ProcessRecords {
  const shelf = new Shelf(imports, unit);
  const select = (): Promise<ProcessImport | null> => shelf.selectFirst({ orderBy: { importedAt: 'desc' } });
  /** Read once in a unit, for it is large and asked for again and again; null: something was written here. */
  let read: Promise<ProcessImport | null> | null | undefined;
  return {
    current: () => (read === null ? select() : (read ??= select())),
    save: (process) => {
      read = null;
      shelf.put(process);
    },
  };
}
