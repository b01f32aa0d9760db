import type { SettingValue } from '@gemini-balance/shared';

interface Limits {
  isWhole?: boolean;
  min?: number;
  max?: number;
}

/** Whether a value is a number between the limits, both allowed. */
export function isNumberWithin(value: SettingValue, { isWhole = false, min, max }: Limits): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return (!isWhole || Number.isInteger(value)) && value >= (min ?? value) && value <= (max ?? value);
}
