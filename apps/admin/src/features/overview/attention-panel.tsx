import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/query-view/notice';
import { QueryView } from '../../components/query-view/query-view';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { NamedList } from '../../components/ui/named-list';
import { Panel } from '../../components/ui/panel';
import { Segmented } from '../../components/ui/segmented';
import { Skeleton } from '../../components/ui/skeleton';
import { oneOf } from '../../lib/url-filters';
import { useUrlFilters } from '../../lib/use-url-filters';
import { useTakeOut, type NamedKey } from './attention-mutations';
import { AttentionRow } from './attention-row';
import { overviewQueries } from './overview-queries';

const STATUSES = ['any', '429', '403', '400'] as const;
const ATTENTION = { status: oneOf(STATUSES) };

/** The keys that failed most in the last 24 hours, with what can be done about them. */
export function AttentionPanel() {
  const { t } = useTranslation('overview');
  const { filters, change } = useUrlFilters(ATTENTION);
  const { status = 'any' } = filters;
  const attention = useQuery(overviewQueries.attention(status));
  const remove = useTakeOut('delete');
  const [toDelete, setToDelete] = useState<NamedKey>();
  return (
    <Panel title={t('attention.title')}>
      <Segmented
        label={t('attention.status')}
        choices={STATUSES.map((value) => ({ value, label: value === 'any' ? t('attention.any') : value }))}
        value={status}
        onChange={(chosen) => change({ status: chosen })}
      />
      <QueryView
        query={attention}
        skeleton={<Skeleton className="mt-3 h-40" />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <Notice
            icon={<CircleCheck className="text-ready" aria-hidden />}
            title={t('attention.none')}
            text={t('attention.noneText')}
          />
        }
      >
        {({ items }) => (
          <ul className="mt-2 divide-y">
            {items.map((item) => (
              <AttentionRow key={item.key.id} item={item} onDelete={setToDelete} />
            ))}
          </ul>
        )}
      </QueryView>
      <ConfirmDialog
        title={t('attention.deleteTitle')}
        description={t('attention.deleteText')}
        confirmLabel={t('attention.delete')}
        isOpen={toDelete !== undefined}
        isBusy={remove.isPending}
        onConfirm={() => toDelete && remove.mutate(toDelete, { onSuccess: () => setToDelete(undefined) })}
        onClose={() => setToDelete(undefined)}
      >
        <NamedList items={toDelete ? [{ id: toDelete.id, name: toDelete.masked }] : []} />
      </ConfirmDialog>
    </Panel>
  );
}
