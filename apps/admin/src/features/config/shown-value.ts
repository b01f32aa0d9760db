import type { SettingDto, SettingValue } from '@gemini-balance/shared';
import type { TFunction } from 'i18next';

/** A value in a line of text. Secrets are never in it. */
export function shownValue(setting: SettingDto, value: SettingValue, t: TFunction<'config'>): string {
  if (setting.isSecret) return t('value.secret');
  if (typeof value === 'boolean') return t(value ? 'value.on' : 'value.off');
  if (value === null || value === '') return t('value.none');
  if (Array.isArray(value)) return value.length === 0 ? t('value.none') : value.map(shownItem).join(', ');
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([name, entry]) => `${name}: ${String(entry)}`);
    return entries.length === 0 ? t('value.none') : entries.join(', ');
  }
  return setting.unit && typeof value === 'number' ? `${value} ${unitName(setting.unit, t)}` : String(value);
}

/** What a number of the setting counts. */
export function unitName(unit: string, t: TFunction<'config'>): string {
  return t(`unit.${unit as 'seconds'}`, { defaultValue: unit });
}

function shownItem(item: SettingValue): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { category, threshold } = item as { category?: string; threshold?: string };
  return `${category?.replace('HARM_CATEGORY_', '')} ${threshold}`;
}
