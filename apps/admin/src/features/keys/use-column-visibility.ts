import type { VisibilityState } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useMediaQuery } from '../../lib/use-media-query';

/** Which columns the screen has room for. What is hidden is told in the key's own cell. */
export function useColumnVisibility(): VisibilityState {
  const isTablet = useMediaQuery('(min-width: 48rem)');
  const isLaptop = useMediaQuery('(min-width: 80rem)');
  const isDesktop = useMediaQuery('(min-width: 96rem)');
  return useMemo(
    () => ({
      kind: isTablet,
      failures: isTablet,
      lastUsedAtMs: isTablet,
      inFlight: isLaptop,
      weight: isLaptop,
      note: isLaptop,
      group: isDesktop,
      project: isDesktop,
    }),
    [isTablet, isLaptop, isDesktop],
  );
}
