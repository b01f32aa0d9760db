import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Notice } from '../components/query-view/notice';
import { Button } from '../components/ui/button';
import { ApiError } from '../lib/api-error';
import { errorText } from '../lib/error-text';

/** Stands for a page that could not start: the gateway is away, or the page has a bug. */
export function CrashPage() {
  const { t } = useTranslation(['controls', 'frame']);
  const error = useRouteError();
  const isOurs = error instanceof ApiError;
  return (
    <main role="alert" className="flex h-full items-center justify-center">
      <Notice
        icon={<TriangleAlert className="text-invalid" aria-hidden />}
        title={isOurs ? t('failedTitle') : t('frame:crashed.title')}
        text={isOurs ? errorText(error, t) : t('frame:crashed.text')}
      >
        <Button onClick={() => window.location.reload()}>
          {isOurs ? t('action.retry') : t('frame:crashed.reload')}
        </Button>
      </Notice>
    </main>
  );
}
