import type { SettingValue } from '@gemini-balance/shared';

/** The texts of a list; none for a value that is no list. */
export function textsOf(value: SettingValue): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
