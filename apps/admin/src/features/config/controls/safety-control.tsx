import type { SettingValue } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../../../lib/use-media-query';
import { ControlGroup } from './control-group';
import type { SettingControlProps } from './control-props';
import { SafetyMatrix, SafetySelects, type SafetyTableProps } from './safety-matrix';

interface SafetyRule {
  category: string;
  threshold: string;
}

/** A threshold for each category. Categories that neither the value nor the default names are left to upstream. */
export function SafetyControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const isWide = useMediaQuery('(min-width: 64rem)');
  const rules = rulesOf(value);
  const thresholdOf = (name: string): string =>
    rules.find(({ category }) => category === name)?.threshold ?? '';
  const names = [...new Set([...rulesOf(setting.default), ...rules].map(({ category }) => category))];
  const choose = (chosen: string, threshold: string): void => {
    const next = names.map((category) => ({
      category,
      threshold: category === chosen ? threshold : thresholdOf(category),
    }));
    onChange(next.filter((rule) => rule.threshold !== ''));
  };
  const table: SafetyTableProps = {
    rows: names.map((category) => ({
      category,
      label: t(`safety.${category as 'HARM_CATEGORY_HARASSMENT'}`, { defaultValue: category }),
      threshold: thresholdOf(category),
    })),
    thresholds: ['', ...(setting.options ?? [])].map((threshold) => ({
      threshold,
      label:
        threshold === ''
          ? t('safety.leave')
          : t(`threshold.${threshold as 'OFF'}`, { defaultValue: threshold }),
    })),
    isDisabled,
    choose,
  };
  return (
    <ControlGroup ids={ids}>
      {isWide ? <SafetyMatrix {...table} /> : <SafetySelects {...table} />}
    </ControlGroup>
  );
}

function rulesOf(value: SettingValue): readonly SafetyRule[] {
  return Array.isArray(value) ? (value as readonly SafetyRule[]) : [];
}
