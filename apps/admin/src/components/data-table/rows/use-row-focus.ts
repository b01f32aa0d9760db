import type { Range, Virtualizer } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

const PAGE_ROWS = 10;

/** Moves the focus from row to row by the keyboard: arrows, Page Up and Down, Home and End; the Tab key enters at the last focused row. */
export function useRowFocus(count: number, scroller: RefObject<HTMLElement | null>) {
  const [chosen, setActive] = useState(0);
  const wantsFocus = useRef(false);
  const active = Math.min(chosen, Math.max(0, count - 1));

  // The focused row is drawn even when it was scrolled away: a row that is not drawn cannot keep the focus.
  const rangeExtractor = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), active])]
        .filter((row) => row < range.count)
        .sort((a, b) => a - b),
    [active],
  );

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`)?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent, virtualizer: Virtualizer<HTMLDivElement, Element>): void => {
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined;
    const target = isOnRow ? targetOf(event.key, active, count) : undefined;
    if (target === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    setActive(target);
    virtualizer.scrollToIndex(target);
  };
  return { active, setActive, rangeExtractor, onKeyDown };
}

function targetOf(key: string, active: number, count: number): number | undefined {
  const steps: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + PAGE_ROWS,
    PageUp: active - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const target = steps[key];
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1);
}
