import type { SettingValue } from '@gemini-balance/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Textarea } from '../../../components/ui/textarea';
import { linesOf } from '../../../lib/lines-of';
import type { SettingControlProps } from './control-props';

/** A list of texts, one in each line. */
export function ListControl({ value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const items = textsOf(value);
  const [typed, setTyped] = useState(items.join('\n'));
  const isTyped = JSON.stringify(linesOf(typed)) === JSON.stringify(items);
  const change = (text: string): void => {
    setTyped(text);
    onChange(linesOf(text));
  };
  return (
    <Textarea
      {...ids}
      className="min-h-20 font-mono text-[0.8125rem]"
      rows={Math.min(8, Math.max(3, items.length + 1))}
      placeholder={t('onePerLine')}
      disabled={isDisabled}
      value={isTyped ? typed : items.join('\n')}
      onChange={(event) => change(event.target.value)}
    />
  );
}

function textsOf(value: SettingValue): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
