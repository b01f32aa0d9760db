import type { JsonObject } from '../../json-object';
import { wrong } from './field-checks';

/** Which numbers a field may hold. */
export interface NumberRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly isWhole?: true;
}

/** Absent fields and nulls pass. @throws InvalidRequestError naming the field */
export function checkNumbers(object: JsonObject, rules: readonly NumberRule[], path = ''): void {
  for (const rule of rules) checkNumber(object[rule.name], rule, path);
}

function checkNumber(value: unknown, { name, min, max, isWhole }: NumberRule, path: string): void {
  if (value == null) return;
  const isFit =
    typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
  if (isFit) return;
  const limits = [min > -Infinity && `of at least ${min}`, max < Infinity && `at most ${max}`].filter(
    Boolean,
  );
  throw wrong(
    `${path}${name}`,
    [isWhole ? 'a whole number' : 'a number', limits.join(' and ')].filter(Boolean).join(' '),
  );
}
