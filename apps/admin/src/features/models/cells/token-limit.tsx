import { useTranslation } from 'react-i18next';

/** A number of tokens; a dash where upstream names none. */
export function TokenLimit({ tokens }: { tokens: number | undefined }) {
  const { i18n } = useTranslation();
  if (tokens === undefined) return <span className="text-soft">–</span>;
  return <>{new Intl.NumberFormat(i18n.language).format(tokens)}</>;
}
