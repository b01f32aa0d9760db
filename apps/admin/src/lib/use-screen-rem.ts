import { useMediaQuery } from './use-media-query';

/** How wide the screen is, rounded down to the widths at which pages change, in rem; 0 for a phone. */
export function useScreenRem(): number {
  const isTablet = useMediaQuery('(min-width: 48rem)');
  const isLaptop = useMediaQuery('(min-width: 80rem)');
  const isDesktop = useMediaQuery('(min-width: 96rem)');
  const isWide = useMediaQuery('(min-width: 120rem)');
  return isWide ? 120 : isDesktop ? 96 : isLaptop ? 80 : isTablet ? 48 : 0;
}
