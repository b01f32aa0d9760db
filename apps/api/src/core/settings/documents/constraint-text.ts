import type { Setting } from '../setting';

/** The limits of a setting in a few words, such as `1 to 3600 seconds` or `sqlite, mysql`; empty where it has none. */
export function toConstraintText({ kind, constraints }: Setting<unknown>): string {
  const { min, max, unit, options } = constraints;
  if (kind === 'toggle') return 'true or false';
  if (kind === 'choice') return options?.join(', ') ?? '';
  if (min === undefined || max === undefined) return '';
  return [`${min} to ${max}`, unit].filter(Boolean).join(' ');
}
