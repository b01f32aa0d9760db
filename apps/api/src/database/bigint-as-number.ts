import type { ValueTransformer } from 'typeorm';

/**
 * Reads a `bigint` column as a number on every database: MySQL's driver hands out text beyond 32 bits.
 * For UTC milliseconds and counts, which stay below 2^53.
 */
export const bigintAsNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};
