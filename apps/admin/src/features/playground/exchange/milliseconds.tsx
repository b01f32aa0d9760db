import { useTranslation } from 'react-i18next';

/** Milliseconds as seconds where there are many. */
export function Milliseconds({ ms }: { ms: number }) {
  const { i18n } = useTranslation();
  const [amount, unit, maximumFractionDigits] =
    ms < 1_000 ? ([ms, 'millisecond', 0] as const) : ([ms / 1_000, 'second', 2] as const);
  return new Intl.NumberFormat(i18n.language, { style: 'unit', unit, maximumFractionDigits }).format(amount);
}
