import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { Skeleton } from '../../ui/skeleton';

interface MoreRowsProps {
  isLoadingMore: boolean;
  moreError: Error | null;
  retryMore: () => void;
}

/** The end of the table while the next page is on its way, or failed to come. */
export function MoreRows({ isLoadingMore, moreError, retryMore }: MoreRowsProps) {
  const { t } = useTranslation();
  if (isLoadingMore) return <Skeleton className="m-3 h-8" />;
  if (!moreError) return null;
  return (
    <div role="alert" className="flex items-center justify-center gap-3 p-3 text-soft">
      {t('table.moreFailed')}
      <Button size="small" onClick={retryMore}>
        {t('action.retry')}
      </Button>
    </div>
  );
}
