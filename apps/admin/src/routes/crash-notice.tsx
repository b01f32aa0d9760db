import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Notice } from '../components/query-view/notice';
import { Button } from '../components/ui/button';
import { ApiError } from '../lib/api-error';
import { errorText } from '../lib/error-text';
import { isLostPart } from '../lib/lost-parts';

/** Stands for a page that could not start: the gateway is away, the page did not come, or it has a bug. */
export function CrashNotice() {
  const { t } = useTranslation(['controls', 'frame']);
  const error = useRouteError();
  const { title, text, again } = ((): { title: string; text: string; again: string } => {
    if (error instanceof ApiError)
      return { title: t('failedTitle'), text: errorText(error, t), again: t('action.retry') };
    const kind = isLostPart(error) ? 'lostPart' : 'crashed';
    return {
      title: t(`frame:${kind}.title`),
      text: t(`frame:${kind}.text`),
      again: t('frame:crashed.reload'),
    };
  })();
  return (
    <div role="alert" className="flex flex-1 items-center justify-center">
      <Notice icon={<TriangleAlert className="text-invalid" aria-hidden />} title={title} text={text}>
        <Button onClick={() => window.location.reload()}>{again}</Button>
      </Notice>
    </div>
  );
}
