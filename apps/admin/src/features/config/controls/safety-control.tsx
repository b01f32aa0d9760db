import type { SettingValue } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/ui/select';
import type { SettingControlProps } from './control-props';

interface SafetyRule {
  category: string;
  threshold: string;
}

/** The safety matrix: a threshold for each category. Categories that neither the value nor the default names are left to upstream. */
export function SafetyControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const rules = rulesOf(value);
  const categories = [...new Set([...rulesOf(setting.default), ...rules].map(({ category }) => category))];
  const choose = (category: string, threshold: string): void => {
    const chosen = (other: string): string | undefined =>
      other === category ? threshold : rules.find((rule) => rule.category === other)?.threshold;
    const next = categories.flatMap((name) => {
      const picked = chosen(name);
      return picked ? [{ category: name, threshold: picked }] : [];
    });
    onChange(next);
  };
  return (
    <div
      role="group"
      aria-label={ids['aria-label']}
      aria-describedby={ids['aria-describedby']}
      className="space-y-2"
    >
      {categories.map((category) => (
        <label
          key={category}
          className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_14rem]"
        >
          <span>{t(`safety.${category as 'HARM_CATEGORY_HARASSMENT'}`, { defaultValue: category })}</span>
          <Select
            className="w-full"
            disabled={isDisabled}
            value={rules.find((rule) => rule.category === category)?.threshold ?? ''}
            onChange={(event) => choose(category, event.target.value)}
          >
            <option value="">{t('safety.leave')}</option>
            {setting.options?.map((option) => (
              <option key={option} value={option}>
                {t(`threshold.${option as 'OFF'}`, { defaultValue: option })}
              </option>
            ))}
          </Select>
        </label>
      ))}
    </div>
  );
}

function rulesOf(value: SettingValue): SafetyRule[] {
  return Array.isArray(value) ? (value as readonly SafetyRule[]).slice() : [];
}
