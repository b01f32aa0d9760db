import type { SettingValue } from '@gemini-balance/shared';
import { useState } from 'react';

interface RowsProps<Row> {
  value: SettingValue;
  fromValue: (value: SettingValue) => readonly Row[];
  toValue: (rows: readonly Row[]) => SettingValue;
  onChange: (value: SettingValue, rows: readonly Row[]) => void;
}

/** The rows that a control edits: as they were typed while they still make up the value, else those of the value. */
export function useRows<Row>({ value, fromValue, toValue, onChange }: RowsProps<Row>) {
  const [typed, setTyped] = useState(() => fromValue(value));
  const rows = JSON.stringify(toValue(typed)) === JSON.stringify(value) ? typed : fromValue(value);
  const change = (next: readonly Row[]): void => {
    setTyped(next);
    onChange(toValue(next), next);
  };
  return { rows, change };
}
