import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { LINK } from '../../../components/ui/link-styles';
import { remedyFor, type Failure } from './failure';

/** What a client would be told, what to do about it, and where the gateway has logged it. */
export function FailureNotice({ failure }: { failure: Failure }) {
  const { t } = useTranslation('playground');
  const { status, code, message, requestId } = failure;
  const remedy = remedyFor(failure);
  const { pathname, search } = useLocation();
  return (
    <div role="alert" className="space-y-1.5 rounded-md border border-danger p-3">
      <p className="flex flex-wrap items-center gap-x-2 font-medium text-invalid">
        <TriangleAlert className="size-4 shrink-0" aria-hidden />
        {[status, code].filter(Boolean).join(' · ') || t('failure.title')}
      </p>
      {message && <p className="break-words whitespace-pre-wrap">{message}</p>}
      <p className="text-soft">{t(`failure.${remedy}`)}</p>
      <p className="flex flex-wrap gap-x-4">
        {requestId && remedy !== 'signIn' && (
          <Link className={LINK} to={`/logs?tab=requests&open=${encodeURIComponent(requestId)}`}>
            {t('inLog')}
          </Link>
        )}
        {remedy === 'keys' && (
          <Link className={LINK} to="/keys">
            {t('toKeys')}
          </Link>
        )}
        {remedy === 'signIn' && (
          <Link className={LINK} to={`/login?next=${encodeURIComponent(pathname + search)}`}>
            {t('toLogin')}
          </Link>
        )}
      </p>
    </div>
  );
}
