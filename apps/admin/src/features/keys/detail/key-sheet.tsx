import type { KeyDetailDto, KeyDto } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { Pencil, RotateCcw, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../../components/query-view/query-view';
import { StateMark } from '../../../components/state-mark';
import { TimeAgo } from '../../../components/time-ago';
import { Button } from '../../../components/ui/button';
import { FactList } from '../../../components/ui/fact-list';
import { SecretText } from '../../../components/ui/secret-text';
import { Sheet } from '../../../components/ui/sheet';
import { Skeleton } from '../../../components/ui/skeleton';
import { KeyHolds } from '../cells/key-holds';
import { revealKey, useKeyAction, useVerifyKey } from '../key-mutations';
import { keyQueries } from '../key-queries';
import { KeyErrors } from './key-errors';
import { KeyHours } from './key-hours';
import { KeyModels } from './key-models';
import { useOpenedKey } from './use-opened-key';

/** Everything about the key in the address: its state, its use, its last errors. */
export function KeySheet({ onEdit }: { onEdit: (apiKey: KeyDto) => void }) {
  const { openedId, close } = useOpenedKey();
  return openedId === undefined ? null : (
    <OpenKey key={openedId} id={openedId} onEdit={onEdit} onClose={close} />
  );
}

interface OpenKeyProps {
  id: number;
  onEdit: (apiKey: KeyDto) => void;
  onClose: () => void;
}

function OpenKey({ id, onEdit, onClose }: OpenKeyProps) {
  const { t } = useTranslation('keys');
  const key = useQuery(keyQueries.one(id));
  return (
    <Sheet title={t('detail.title')} description={key.data?.note} isOpen onClose={onClose}>
      <QueryView query={key} skeleton={<Skeleton className="h-64" />}>
        {(detail) => <KeyDetails detail={detail} onEdit={onEdit} />}
      </QueryView>
    </Sheet>
  );
}

function KeyDetails({ detail, onEdit }: { detail: KeyDetailDto; onEdit: (apiKey: KeyDto) => void }) {
  const { t } = useTranslation('keys');
  const verify = useVerifyKey();
  const reset = useKeyAction('reset');
  const { id, group, project, egress } = detail;
  const facts: Record<string, ReactNode> = {
    [t('column.kind')]: t(`kind.${detail.kind}`),
    [t('column.group')]: group,
    [t('column.project')]: project,
    [t('column.weight')]: detail.weight,
    [t('column.failures')]: detail.failures,
    [t('column.inFlight')]: detail.inFlight,
    [t('column.egress')]: egress,
    [t('column.lastUsed')]: <TimeAgo atMs={detail.lastUsedAtMs} />,
    [t('column.created')]: <TimeAgo atMs={detail.createdAtMs} />,
    [t('detail.source')]: t(`source.${detail.source}`),
  };
  return (
    <>
      <div className="space-y-3">
        <SecretText masked={detail.maskedSecret} load={() => revealKey(id)} />
        <div className="flex flex-wrap items-center gap-2">
          <StateMark state={detail.state} className="me-auto" />
          <Button size="small" disabled={verify.isPending} onClick={() => verify.mutate(id)}>
            <ShieldCheck aria-hidden />
            {t('action.verify')}
          </Button>
          <Button size="small" disabled={reset.isPending} onClick={() => reset.mutate([id])}>
            <RotateCcw aria-hidden />
            {t('action.reset')}
          </Button>
          <Button size="small" onClick={() => onEdit(detail)}>
            <Pencil aria-hidden />
            {t('action.edit')}
          </Button>
        </div>
        {(detail.holds.length > 0 || detail.lastError !== undefined) && (
          <div className="rounded-md border p-3">
            <KeyHolds apiKey={detail} />
          </div>
        )}
      </div>
      <FactList facts={facts} />
      <KeyHours hours={detail.byHour} />
      <KeyModels models={detail.byModel} />
      <KeyErrors errors={detail.lastErrors} />
    </>
  );
}
