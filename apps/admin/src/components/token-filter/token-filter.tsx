import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SelectFilter } from '../filter-bar/select-filter';
import { knownTokens } from './known-tokens';

interface TokenFilterProps {
  /** 0 for the admin tokens. */
  value: number | undefined;
  onChange: (tokenId: number | undefined) => void;
}

/** Narrows a list to what is one client's. */
export function TokenFilter({ value, onChange }: TokenFilterProps) {
  const { t } = useTranslation();
  const tokens = useQuery(knownTokens()).data ?? [];
  const clients = tokens.filter(({ role }) => role === 'client');
  return (
    <SelectFilter
      label={t('token.label')}
      anyLabel={t('token.any')}
      choices={[
        { value: '0', label: t('token.admin') },
        ...clients.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
      value={value === undefined ? undefined : String(value)}
      onChange={(id) => onChange(id === undefined ? undefined : Number(id))}
    />
  );
}
