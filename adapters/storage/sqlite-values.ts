import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { ArgType, ColumnType } from '@prisma/driver-adapter-utils';

/**
 * How values stand in the SQLite file. Invariant: an instant is text, `YYYY-MM-DDTHH:MM:SS.sssZ`, always UTC and
 * always of this length, so that text order is time order and a person can read the file.
 * No column of ours is a 64-bit integer; numbers pass as JavaScript numbers.
 */
export function toSqlite(value: unknown, type: ArgType | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string' || type === undefined) return value;
  switch (type.scalarType) {
    case 'datetime':
      return new Date(value).toISOString();
    case 'int':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'bigint':
      return BigInt(value);
    case 'bytes':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
}

/** The Prisma type of a column from its declaration, or null for an expression, whose values must tell. */
export function declaredType(declaration: string | null): ColumnType | null {
  const name = declaration?.toUpperCase().replace(/\(.*/, '').trim();
  switch (name) {
    case 'INTEGER':
    case 'INT':
    case 'SMALLINT':
      return ColumnTypeEnum.Int32;
    case 'BIGINT':
      return ColumnTypeEnum.Int64;
    case 'BOOLEAN':
      return ColumnTypeEnum.Boolean;
    case 'DATETIME':
      return ColumnTypeEnum.DateTime;
    case 'TEXT':
    case 'VARCHAR':
      return ColumnTypeEnum.Text;
    case 'REAL':
    case 'DOUBLE':
    case 'FLOAT':
      return ColumnTypeEnum.Double;
    case 'DECIMAL':
      return ColumnTypeEnum.Numeric;
    case 'BLOB':
      return ColumnTypeEnum.Bytes;
    case 'JSONB':
      return ColumnTypeEnum.Json;
    default:
      return null;
  }
}

/** The type of an expression's column: that of its first value which is not null. */
export function inferredType(rows: readonly (readonly unknown[])[], column: number): ColumnType {
  for (const row of rows) {
    const value = row[column];
    if (value === null || value === undefined) continue;
    if (typeof value === 'string') return ColumnTypeEnum.Text;
    if (typeof value === 'bigint') return ColumnTypeEnum.Int64;
    if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
    return ColumnTypeEnum.UnknownNumber;
  }
  return ColumnTypeEnum.Int32;
}
