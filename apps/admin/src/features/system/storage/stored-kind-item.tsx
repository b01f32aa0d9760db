import type { StoredKindDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';
import { formatBytes } from '../../../lib/bytes';
import { scheduleAnchor } from '../schedule-anchor';
import { sharedName } from './shared-name';

/** Kinds that are files; the others are rows. */
const OF_FILES: readonly StoredKindDto['name'][] = ['log-files', 'pictures', 'files'];

/** How much there is of one kind, since when, how long it is kept, and where both are changed. */
export function StoredKindItem({ stored }: { stored: StoredKindDto }) {
  const { t } = useTranslation('storage');
  const { name, settings, schedule, count } = stored;
  const kind = t(`kind.${name}`);
  const kept = useKeptText(stored);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 py-2">
      <div className="min-w-0">
        <div className="font-medium">{kind}</div>
        <div className="text-soft">{useAmountText(stored)}</div>
      </div>
      <div className="text-end max-sm:text-start">
        {settings.length === 0 ? (
          <div>{kept}</div>
        ) : (
          <Link to={`/config?search=${sharedName(settings)}`} className={LINK}>
            {kept}
            <span className="sr-only">. {t('change', { kind })}</span>
          </Link>
        )}
        {schedule !== undefined && count > 0 && (
          <div>
            <a href={`#${scheduleAnchor(schedule)}`} className={`${LINK} text-xs`}>
              {t('cleanUp')}
            </a>
          </div>
        )}
      </div>
    </li>
  );
}

function useAmountText({ name, count, isMore, bytes, isUpstream, oldestAtMs }: StoredKindDto): string {
  const { t, i18n } = useTranslation('storage');
  const number = new Intl.NumberFormat(i18n.language).format(count);
  const amount = isMore ? t('more', { amount: number }) : number;
  const size = bytes === undefined ? undefined : formatBytes(bytes, i18n.language);
  return [
    OF_FILES.includes(name) ? t('things', { count, amount }) : t('rows', { count, amount }),
    size !== undefined && (isUpstream ? t('upstreamSize', { size }) : size),
    oldestAtMs !== undefined &&
      t('since', { time: new Date(oldestAtMs).toLocaleDateString(i18n.language, { dateStyle: 'medium' }) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function useKeptText({ retention }: StoredKindDto): string {
  const { t, i18n } = useTranslation('storage');
  switch (retention.rule) {
    case 'days':
      return retention.days === 0 ? t('kept.none') : t('kept.days', { count: retention.days });
    case 'size':
      return t('kept.size', { size: formatBytes(retention.bytes, i18n.language) });
    case 'forever':
    case 'upstream':
      return t(`kept.${retention.rule}`);
  }
}
