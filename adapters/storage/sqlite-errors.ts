import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { MappedError } from '@prisma/driver-adapter-utils';

/** Extended result codes (sqlite.org/rescode.html) that Prisma knows a name for. */
function map(code: string, message: string): MappedError {
  const fields = message.split(': ').at(-1)?.split(', ').map((name) => name.split('.').at(-1) ?? name) ?? [];
  switch (code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return { kind: 'UniqueConstraintViolation', constraint: { fields } };
    case 'SQLITE_CONSTRAINT_NOTNULL':
      return { kind: 'NullConstraintViolation', constraint: { fields } };
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
    case 'SQLITE_CONSTRAINT_TRIGGER':
      return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
    default:
      if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'SocketTimeout' };
      return named(message) ?? { kind: 'sqlite', extendedCode: 1, message: `${code}: ${message}` };
  }
}

function named(message: string): MappedError | undefined {
  const table = /^no such table: (.+)$/.exec(message)?.[1];
  if (table !== undefined) return { kind: 'TableDoesNotExist', table };
  const column = /(?:no such column: |has no column named )(.+)$/.exec(message)?.[1];
  return column === undefined ? undefined : { kind: 'ColumnNotFound', column };
}

/** SQLite's code, such as SQLITE_BUSY or SQLITE_NOTADB, when the error has one. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}

/** Anything SQLite throws, as Prisma wants it; anything else as it is. */
export function asDriverError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === undefined || !(error instanceof Error)) return error;
  return new DriverAdapterError({ originalCode: code, originalMessage: error.message, ...map(code, error.message) });
}

export function isBusy(error: unknown): boolean {
  return error instanceof DriverAdapterError && error.cause.kind === 'SocketTimeout';
}
