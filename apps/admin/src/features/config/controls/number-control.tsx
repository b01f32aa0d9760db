import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input } from '../../../components/ui/input';
import { unitName } from '../shown-value';
import type { SettingControlProps } from './control-props';

/** A number with its unit. What is no number is handed on as the text it is, for the form to refuse. */
export function NumberControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const [typed, setTyped] = useState(String(value));
  const isTyped = typed.trim() !== '' && Number(typed) === value;
  const change = (text: string): void => {
    setTyped(text);
    onChange(text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text));
  };
  return (
    <span className="flex items-center gap-2">
      <Input
        {...ids}
        inputMode="decimal"
        className="max-w-40"
        disabled={isDisabled}
        value={isTyped ? typed : String(value)}
        onChange={(event) => change(event.target.value)}
      />
      {setting.unit && <span className="text-soft">{unitName(setting.unit, t)}</span>}
    </span>
  );
}
