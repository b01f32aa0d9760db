import { useState } from 'react';
import type { RowId } from '../paging/use-paged-rows';

/** The rows that are selected: single ones, or all that match the filters, loaded or not. */
export interface Selection {
  has: (id: RowId) => boolean;
  isAllMatching: boolean;
  isEmpty: boolean;
  /** Selects a row or takes it out. Taken out of all that match, the other loaded rows stay selected. */
  toggle: (id: RowId, isSelected: boolean) => void;
  /** Selects the rows that are loaded, or none. */
  toggleLoaded: (isSelected: boolean) => void;
  selectAllMatching: () => void;
  clear: () => void;
}

/** @param loaded the ids of all rows that are loaded */
export function useSelection(loaded: readonly RowId[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<RowId> | 'matching'>(NONE);
  const isAllMatching = chosen === 'matching';
  const toggle = (id: RowId, isSelected: boolean): void =>
    setChosen((present) => {
      const next = new Set(present === 'matching' ? loaded : present);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  return {
    has: (id) => isAllMatching || chosen.has(id),
    isAllMatching,
    isEmpty: !isAllMatching && !loaded.some((id) => chosen.has(id)),
    toggle,
    toggleLoaded: (isSelected) => setChosen(isSelected ? new Set(loaded) : NONE),
    selectAllMatching: () => setChosen('matching'),
    clear: () => setChosen(NONE),
  };
}

const NONE: ReadonlySet<RowId> = new Set();
