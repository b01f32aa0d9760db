import type { ImportKeysResultDto } from '@gemini-balance/shared';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FigureTable } from '../../../components/figure-table';
import { Notice } from '../../../components/query-view/notice';
import { Button } from '../../../components/ui/button';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { FOUND_STATUSES, FoundStatusMark } from './found-status-mark';

interface ImportPreviewProps {
  result: ImportKeysResultDto;
  isBusy: boolean;
  onBack: () => void;
  onConfirm: () => void;
}

/** The second step: what was found, and the button that adds it. */
export function ImportPreview({ result: { found, counts }, isBusy, onBack, onConfirm }: ImportPreviewProps) {
  const { t, i18n } = useTranslation('keys');
  const number = new Intl.NumberFormat(i18n.language);
  const total = FOUND_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {FOUND_STATUSES.map((status) => (
          <li key={status} className="flex items-center gap-2">
            <FoundStatusMark status={status} />
            <span className="font-semibold">{number.format(counts[status])}</span>
          </li>
        ))}
      </ul>
      {total === 0 ? (
        <Notice
          icon={<SearchX className="text-soft" aria-hidden />}
          title={t('import.nothing.title')}
          text={t('import.nothing.text')}
        />
      ) : (
        <FoundKeys found={found} notShown={total - found.length} />
      )}
      {total > 0 && counts.new === 0 && <p className="text-soft">{t('import.nothingNew')}</p>}
      <div className={DIALOG_BUTTONS}>
        <Button onClick={onBack}>{t('import.back')}</Button>
        {counts.new > 0 && (
          <Button variant="primary" disabled={isBusy} onClick={onConfirm}>
            {t('import.confirm', { count: counts.new })}
          </Button>
        )}
      </div>
    </>
  );
}

function FoundKeys({ found, notShown }: { found: ImportKeysResultDto['found']; notShown: number }) {
  const { t } = useTranslation('keys');
  return (
    <div
      className="min-h-24 overflow-y-auto rounded-md border"
      tabIndex={0}
      role="region"
      aria-label={t('import.found')}
    >
      <FigureTable
        isBoxed
        rows={found}
        keyOf={(_, index) => index}
        head={{
          header: t('import.line'),
          cell: ({ line }) => line,
          className: 'w-14 text-end text-soft',
        }}
        columns={[
          {
            id: 'key',
            header: t('column.key'),
            cell: ({ maskedSecret }) => maskedSecret,
            className: 'text-start font-mono text-[0.8125rem] break-all',
          },
          {
            id: 'state',
            header: t('column.state'),
            cell: ({ status }) => <FoundStatusMark status={status} />,
            className: 'text-start',
          },
        ]}
      />
      {notShown > 0 && (
        <p className="border-t px-3 py-2 text-soft">{t('import.notShown', { count: notShown })}</p>
      )}
    </div>
  );
}
