import type { TableColumnOptions } from 'typeorm';

/*
 * Column types that SQLite and MySQL both know. Migrations are built of them; what a builder here yields
 * never changes, because databases exist that were made with it.
 */

type Extra = Partial<Pick<TableColumnOptions, 'isNullable' | 'isPrimary' | 'default'>>;

/** The generated number that names a row. */
export function idColumn(): TableColumnOptions {
  return { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' };
}

/** A whole number below 2^31. */
export function intColumn(name: string, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'int', ...extra };
}

/** A whole number below 2^53, such as UTC milliseconds; entities read it through `bigintAsNumber`. */
export function bigintColumn(name: string, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'bigint', ...extra };
}

/** Text of at most `length` characters. */
export function varcharColumn(name: string, length: number, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'varchar', length: String(length), ...extra };
}

/** Text of at most 64 KB, in UTF-8. */
export function textColumn(name: string, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'text', ...extra };
}

/** Text of any length that a statement can hold. Entities know it as `text`. */
export function longTextColumn(name: string, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'longtext', ...extra };
}

export function booleanColumn(name: string, extra: Extra = {}): TableColumnOptions {
  return { name, type: 'boolean', ...extra };
}
