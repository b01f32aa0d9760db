import type { SettingDto, SettingValue } from '@gemini-balance/shared';
import type { TFunction } from 'i18next';

/** What is wrong with a value, in a sentence, as far as a form can tell; undefined when it may be sent. */
export function problemOf(
  setting: SettingDto,
  value: SettingValue,
  t: TFunction<'config'>,
): string | undefined {
  const { kind, min, max, options } = setting;
  switch (kind) {
    case 'integer':
    case 'decimal':
      return isNumberWithin(value, kind === 'integer', min, max)
        ? undefined
        : t(kind === 'integer' ? 'problem.integer' : 'problem.decimal', { min, max });
    case 'choice':
      return options?.includes(String(value)) === false ? t('problem.choice') : undefined;
    case 'text':
      return value === '' && setting.default !== '' ? t('problem.empty') : undefined;
    case 'url':
      if (value === '') return setting.default === '' ? undefined : t('problem.empty');
      return /^https?:\/\/[^\s/]+/i.test(String(value)) ? undefined : t('problem.url');
    case 'number-map':
      return Object.values(value ?? {}).every((entry) => typeof entry === 'number')
        ? undefined
        : t('problem.numbers');
    default:
      return undefined;
  }
}

function isNumberWithin(
  value: SettingValue,
  isWhole: boolean,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): boolean {
  if (typeof value !== 'number' || !Number.isFinite(value)) return false;
  return (!isWhole || Number.isInteger(value)) && value >= min && value <= max;
}
