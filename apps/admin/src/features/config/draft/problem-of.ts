import type { SettingDto, SettingValue } from '@gemini-balance/shared';
import type { TFunction } from 'i18next';
import { entryProblem, itemProblem, looksProblem } from './item-problem';
import { isNumberWithin } from './number-within';

/** What is wrong with a value, in a sentence, as far as a form can tell; undefined when it may be sent. */
export function problemOf(
  setting: SettingDto,
  value: SettingValue,
  t: TFunction<'config'>,
): string | undefined {
  const { kind, min, max, options, of } = setting;
  switch (kind) {
    case 'integer':
    case 'decimal':
      return isNumberWithin(value, { isWhole: kind === 'integer', min, max })
        ? undefined
        : t(kind === 'integer' ? 'problem.integer' : 'problem.decimal', { min, max });
    case 'choice':
      return options?.includes(String(value)) === false ? t('problem.choice') : undefined;
    case 'text':
      if (value === '') return setting.default === '' ? undefined : t('problem.empty');
      return looksProblem(of, String(value), t);
    case 'url':
      if (value === '') return setting.default === '' ? undefined : t('problem.empty');
      return /^https?:\/\/[^\s/]+/i.test(String(value)) ? undefined : t('problem.url');
    case 'text-list':
      return (value as readonly string[]).some((item, index, items) =>
        itemProblem(of, item, items.slice(0, index), t),
      )
        ? t('problem.rows')
        : undefined;
    case 'text-map':
    case 'number-map':
      return Object.entries(value ?? {}).some(
        ([name, entry]) => looksProblem(of, name, t) ?? entryProblem(setting, entry as SettingValue, t),
      )
        ? t('problem.rows')
        : undefined;
    default:
      return undefined;
  }
}
