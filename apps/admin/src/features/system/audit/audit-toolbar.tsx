import { AUDIT_ACTORS } from '@gemini-balance/shared';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../../components/filter-bar/filter-bar';
import { SearchFilter } from '../../../components/filter-bar/search-filter';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import { TimeRangeFilter } from '../../../components/filter-bar/time-range-filter';
import type { UrlFilters } from '../../../lib/use-url-filters';
import { AUDITED_NOUNS, type AUDIT_FILTERS } from './audit-filters';

/** What the audit log is narrowed by. */
export function AuditToolbar({ state }: { state: UrlFilters<typeof AUDIT_FILTERS> }) {
  const { t } = useTranslation('system');
  const { filters, change, count, clear } = state;
  const onSubject = useCallback((subject: string | undefined) => change({ subject }), [change]);
  return (
    <FilterBar count={count} onClear={clear} first={<TimeRangeFilter value={filters} onChange={change} />}>
      <SelectFilter
        label={t('audit.noun')}
        anyLabel={t('audit.anyNoun')}
        choices={AUDITED_NOUNS.map((noun) => ({ value: noun, label: t(`audit.nouns.${noun}`) }))}
        value={filters.action}
        onChange={(action) => change({ action })}
      />
      <SelectFilter
        label={t('audit.actor')}
        anyLabel={t('audit.anyActor')}
        choices={AUDIT_ACTORS.map((actor) => ({ value: actor, label: t(`actor.${actor}`) }))}
        value={filters.actor}
        onChange={(actor) => change({ actor })}
      />
      <SearchFilter
        label={t('audit.subject')}
        value={filters.subject}
        onChange={onSubject}
        className="sm:max-w-52"
      />
    </FilterBar>
  );
}
