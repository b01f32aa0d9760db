import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { useDeleteLogs, type DeletedRows } from './log-mutations';
import type { LogName } from './narrowing/log-filters';

interface DeleteLogsDialogProps {
  log: LogName;
  /** Open while there are any. */
  rows: DeletedRows | undefined;
  /** What the log is narrowed to, one line for each filter. */
  filterWords: readonly string[];
  onClose: () => void;
  onDeleted?: () => void;
}

/** Asks once before rows of a log are deleted, and says which. */
export function DeleteLogsDialog({ log, rows, filterWords, onClose, onDeleted }: DeleteLogsDialogProps) {
  const { t } = useTranslation('logs');
  const remove = useDeleteLogs(log);
  const done = (): void => {
    onClose();
    onDeleted?.();
  };
  const which =
    rows === undefined
      ? ''
      : 'ids' in rows
        ? t('delete.some', { count: rows.ids.length })
        : t('all' in rows ? 'delete.all' : 'delete.matching');
  return (
    <ConfirmDialog
      title={t(`delete.title.${log}`)}
      description={t('delete.text')}
      confirmLabel={t('delete.confirm')}
      isOpen={rows !== undefined}
      isBusy={remove.isPending}
      onConfirm={() => rows && remove.mutate(rows, { onSuccess: done })}
      onClose={onClose}
    >
      <p className="font-medium">{which}</p>
      {rows && 'filter' in rows && (
        <ul className="list-inside list-disc break-words">
          {filterWords.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </ConfirmDialog>
  );
}
