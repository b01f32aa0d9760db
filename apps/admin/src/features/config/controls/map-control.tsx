import type { SettingValue } from '@gemini-balance/shared';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { Input } from '../../../components/ui/input';
import type { SettingControlProps } from './control-props';

type Entry = readonly [name: string, value: string];

/** Values by name, in rows; rows without a name are left out. */
export function MapControl({ setting, value, onChange, isDisabled, ids }: SettingControlProps) {
  const { t } = useTranslation('config');
  const isNumeric = setting.kind === 'number-map';
  const [typed, setTyped] = useState<readonly Entry[]>(() => entriesOf(value));
  const present =
    JSON.stringify(toMap(typed, isNumeric)) === JSON.stringify(value) ? typed : entriesOf(value);
  const change = (entries: readonly Entry[]): void => {
    setTyped(entries);
    onChange(toMap(entries, isNumeric));
  };
  const edit = (index: number, entry: Entry): void =>
    change(present.map((row, at) => (at === index ? entry : row)));
  return (
    <div
      role="group"
      aria-label={ids['aria-label']}
      aria-describedby={ids['aria-describedby']}
      className="space-y-2"
    >
      {present.map(([name, entry], index) => (
        <div key={index} className="flex gap-2">
          <Input
            aria-label={t('map.name', { row: index + 1 })}
            placeholder={t('map.namePlaceholder')}
            className="min-w-0 flex-1 font-mono text-[0.8125rem]"
            disabled={isDisabled}
            value={name}
            onChange={(event) => edit(index, [event.target.value, entry])}
          />
          <Input
            aria-label={t('map.value', { row: index + 1 })}
            placeholder={t('map.valuePlaceholder')}
            inputMode={isNumeric ? 'numeric' : undefined}
            className="min-w-0 flex-1"
            disabled={isDisabled}
            value={entry}
            onChange={(event) => edit(index, [name, event.target.value])}
          />
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('map.remove', { row: index + 1 })}
            disabled={isDisabled}
            onClick={() => change(present.filter((_, at) => at !== index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      <Button size="small" disabled={isDisabled} onClick={() => setTyped([...present, ['', '']])}>
        <Plus aria-hidden />
        {t('map.add')}
      </Button>
    </div>
  );
}

function entriesOf(value: SettingValue): Entry[] {
  return Object.entries(value ?? {}).map(([name, entry]) => [name, String(entry)] as const);
}

function toMap(entries: readonly Entry[], isNumeric: boolean): Record<string, SettingValue> {
  const named = entries.filter(([name]) => name.trim() !== '');
  return Object.fromEntries(named.map(([name, entry]) => [name.trim(), isNumeric ? toNumber(entry) : entry]));
}

function toNumber(text: string): SettingValue {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
