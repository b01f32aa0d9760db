import { KEY_KINDS, type KeyTotalsDto } from '@gemini-balance/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/ui/select';
import { parseKeyFilters, type KeyFilters } from './key-filters';
import { KeySearch } from './key-search';
import { KeyStateTabs } from './key-state-tabs';

interface KeyToolbarProps {
  filters: KeyFilters;
  totals: KeyTotalsDto | undefined;
  onChange: (filters: KeyFilters) => void;
}

/** Everything that narrows the list of keys. */
export function KeyToolbar({ filters, totals, onChange }: KeyToolbarProps) {
  const { t } = useTranslation('keys');
  const changeSearch = useCallback((search: string) => onChange({ search: search || undefined }), [onChange]);
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
      <KeyStateTabs filters={filters} totals={totals} />
      <div className="flex min-w-0 flex-1 gap-2 sm:max-w-md">
        <KeySearch value={filters.search ?? ''} onChange={changeSearch} />
        <Select
          aria-label={t('filter.kind')}
          value={filters.kind ?? ''}
          onChange={(event) =>
            onChange({ kind: parseKeyFilters(new URLSearchParams({ kind: event.target.value })).kind })
          }
        >
          <option value="">{t('filter.anyKind')}</option>
          {KEY_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
