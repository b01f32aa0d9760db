import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectFilter } from '../../../components/filter-bar/select-filter';
import { logQueries } from '../log-queries';

interface TokenFilterProps {
  /** 0 for the admin tokens. */
  value: number | undefined;
  onChange: (tokenId: number | undefined) => void;
}

/** Narrows a log to what one client asked. */
export function TokenFilter({ value, onChange }: TokenFilterProps) {
  const { t } = useTranslation('logs');
  const tokens = useQuery(logQueries.tokens()).data ?? [];
  const clients = tokens.filter(({ role }) => role === 'client');
  return (
    <SelectFilter
      label={t('filter.token')}
      anyLabel={t('filter.anyToken')}
      choices={[
        { value: '0', label: t('filter.adminToken') },
        ...clients.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value === undefined ? undefined : String(value)}
      onChange={(id) => onChange(id === undefined ? undefined : Number(id))}
    />
  );
}
