import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { knownTokens } from '../../../components/token-filter/known-tokens';
import { useReasonText } from '../../../locales/use-reason-text';
import { narrowing, type LogFilters, type LogName } from './log-filters';

/** What a log is narrowed to, one line for each filter: `Status: 5xx`. */
export function useFilterWords(log: LogName, filters: LogFilters): string[] {
  const { t, i18n } = useTranslation(['logs', 'controls']);
  const reasonText = useReasonText();
  const tokens = useQuery(knownTokens()).data ?? [];
  const moment = (atMs: number | undefined): string => new Date(atMs ?? 0).toLocaleString(i18n.language);
  const tokenName = (id: number | undefined): string =>
    id === 0 ? t('controls:token.admin') : (tokens.find((token) => token.id === id)?.name ?? `#${id}`);
  const words: Record<ReturnType<typeof narrowing>[number], () => string> = {
    range: () => `${t('controls:range.label')}: ${t(`controls:range.${filters.range ?? 'any'}`)}`,
    fromMs: () => `${t('controls:range.from')}: ${moment(filters.fromMs)}`,
    toMs: () => `${t('controls:range.to')}: ${moment(filters.toMs)}`,
    status: () => `${t('filter.status')}: ${filters.status}`,
    isFailure: () =>
      `${t('filter.outcome')}: ${t(filters.isFailure === 'true' ? 'outcome.failed' : 'outcome.ok')}`,
    type: () => `${t('column.type')}: ${reasonText(filters.type ?? '')}`,
    code: () => `${t('filter.cause')}: ${filters.code}`,
    model: () => `${t('filter.model')}: ${filters.model}`,
    key: () => `${t('filter.key')}: ${filters.key}`,
    keyId: () => `${t('filter.key')}: #${filters.keyId}`,
    tokenId: () => `${t('controls:token.label')}: ${tokenName(filters.tokenId)}`,
    route: () => `${t('filter.route')}: ${filters.route}`,
    text: () => `${t('filter.text')}: ${filters.text}`,
  };
  return narrowing(filters, log).map((name) => words[name]());
}
