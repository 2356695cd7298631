import { Prisma } from '../../prisma/generated/sqlite/client.ts';

/** Codes by which a database refuses what it was asked: SQLite's, and PostgreSQL's classes data, integrity, syntax. */
const refused = /^(SQLITE_(CONSTRAINT|ERROR|MISMATCH|TOOBIG|RANGE)|2[23]|42)/;

/**
 * Whether an error is about what was asked, or about the database itself (disk full, connection lost, held by another).
 * The first kind will come again however often one tries; the second says nothing about the work that met it.
 */
export function isAboutTheWork(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientKnownRequestError) return refused.test(originalCode(error.meta?.['driverAdapterError']));
  return error instanceof Prisma.PrismaClientValidationError || error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}

function originalCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'originalCode' in cause ? String(cause.originalCode) : '';
}
