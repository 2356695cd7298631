import type { Prisma } from '../../prisma/generated/sqlite/client.ts';
import type { FileRecords, KeptFile } from '../../src/kernel/files.ts';
import { Shelf } from './shelf.ts';
import { tableOf } from './table.ts';
import type { UnitOfWork } from './unit.ts';

const files = tableOf<KeptFile>()({
  name: 'KeptFile',
  key: ['id'],
  columns: { id: 'text', subject: 'text', name: 'text', mime: 'text', state: 'text', platform: 'text', reference: 'text', sentBy: 'text', createdAt: 'instant', attempts: 'int', fetchAt: 'instant' },
  findMany: (sql, args: Prisma.KeptFileFindManyArgs) => sql.keptFile.findMany(args),
});

const contents = tableOf<{ readonly id: string; readonly content: string }>()({
  name: 'KeptFileContent',
  key: ['id'],
  columns: { id: 'text', content: 'text' },
  findMany: (sql, args: Prisma.KeptFileContentFindManyArgs) => sql.keptFileContent.findMany(args),
});

export function fileRecords(unit: UnitOfWork): FileRecords {
  const described = new Shelf(files, unit);
  const held = new Shelf(contents, unit);
  return {
    file: (id) => described.find({ id }),
    filesOf: (subject) => described.select({ where: { subject }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    filesSentBy: (personId) => described.select({ where: { sentBy: personId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }),
    putFile: (file) => described.put(file),
    removeFile(id) {
      described.remove({ id });
      held.remove({ id });
    },
    async content(id) {
      const row = await held.find({ id });
      return row === null ? null : Buffer.from(row.content, 'base64');
    },
    putContent: (id, bytes) => held.put({ id, content: Buffer.from(bytes).toString('base64') }),
    nextFetch: () => described.selectFirst({ where: { fetchAt: { not: null } }, orderBy: [{ fetchAt: 'asc' }, { id: 'asc' }] }),
  };
}
