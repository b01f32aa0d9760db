import type { TokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';

/** The models that a token may ask for. */
export function TokenModels({ token: { allowedModels = [] } }: { token: TokenDto }) {
  const { t } = useTranslation('tokens');
  if (allowedModels.length === 0) return <span className="text-soft">{t('everyModel')}</span>;
  const text = allowedModels.join(', ');
  return (
    <span className="line-clamp-2 font-mono text-[0.8125rem] break-all" title={text}>
      {text}
    </span>
  );
}
