import type { TokenDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';
import { loggedId, tokenQueries } from '../token-queries';

/** Requests and tokens of the last 24 hours, which lead to the requests. */
export function TokenDay({ token }: { token: TokenDto }) {
  const { t, i18n } = useTranslation('tokens');
  const usage = useQuery(tokenQueries.usage()).data ?? [];
  const id = loggedId(token);
  const day = usage.find((row) => row.token?.id === id);
  if (!day) return <span className="text-soft">–</span>;
  const short = new Intl.NumberFormat(i18n.language, { notation: 'compact', maximumFractionDigits: 1 });
  const requests = day.successes + day.failures;
  const tokens = day.inputTokens + day.outputTokens + day.thinkingTokens;
  return (
    <>
      <Link to={`/logs?tab=requests&range=24h&tokenId=${id}`} className={`block truncate ${LINK}`}>
        {t('day.requests', { count: requests, requests: short.format(requests) })}
      </Link>
      <span className="block truncate text-xs text-soft">
        {t('day.tokens', { count: tokens, tokens: short.format(tokens) })}
      </span>
    </>
  );
}
