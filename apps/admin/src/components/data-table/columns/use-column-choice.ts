import type { ColumnDef, VisibilityState } from '@tanstack/react-table';
import { useState } from 'react';
import { useScreenRem } from '../../../lib/use-screen-rem';
import { readChoice, storeChoice } from '../../../lib/stored-choice';

export interface ColumnChoice {
  visibility: VisibilityState;
  show: (columnId: string, isShown: boolean) => void;
  reset: () => void;
}

/**
 * Which columns are shown: what the administrator chose on this device, else those that the screen has room for.
 * @param name of the table; the choice is kept under it
 */
export function useColumnChoice<Item>(name: string, columns: readonly ColumnDef<Item>[]): ColumnChoice {
  const widthRem = useScreenRem();
  const storedAs = `columns.${name}`;
  const [chosen, setChosen] = useState<VisibilityState>(() => parse(readChoice(storedAs)));
  const choose = (next: VisibilityState): void => {
    storeChoice(storedAs, JSON.stringify(next));
    setChosen(next);
  };
  const fitting = columns.map(({ id = '', meta }) => [id, widthRem >= (meta?.fromRem ?? 0)] as const);
  return {
    visibility: { ...Object.fromEntries(fitting), ...chosen },
    show: (columnId, isShown) => choose({ ...chosen, [columnId]: isShown }),
    reset: () => choose({}),
  };
}

function parse(stored: string | null): VisibilityState {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    const isChoice =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((shown) => typeof shown === 'boolean');
    return isChoice ? (value as VisibilityState) : {};
  } catch {
    return {};
  }
}
