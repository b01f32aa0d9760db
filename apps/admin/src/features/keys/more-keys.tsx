import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { Skeleton } from '../../components/ui/skeleton';

interface MoreKeysProps {
  isLoadingMore: boolean;
  moreError: Error | null;
  retryMore: () => void;
}

/** The end of the table while the next page is on its way, or failed to come. */
export function MoreKeys({ isLoadingMore, moreError, retryMore }: MoreKeysProps) {
  const { t } = useTranslation(['keys', 'common']);
  if (isLoadingMore) return <Skeleton className="m-3 h-8" />;
  if (!moreError) return null;
  return (
    <div role="alert" className="flex items-center justify-center gap-3 p-3 text-soft">
      {t('moreFailed')}
      <Button size="small" onClick={retryMore}>
        {t('common:action.retry')}
      </Button>
    </div>
  );
}
