import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorText } from '../../lib/error-text';
import { Button } from '../ui/button';
import { Notice } from './notice';

interface ErrorStateProps {
  error: Error;
  isRetrying: boolean;
  onRetry: () => void;
}

/** Says why a view could not be loaded, and offers to try again. */
export function ErrorState({ error, isRetrying, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Notice
        icon={<TriangleAlert className="text-invalid" aria-hidden />}
        title={t('failedTitle')}
        text={errorText(error, t)}
      >
        <Button disabled={isRetrying} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </Notice>
    </div>
  );
}
