import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { Input } from '../../components/ui/input';

/** Finds one request by the id that its client was told. */
export function RequestLookup({ onLookUp }: { onLookUp: (requestId: string) => void }) {
  const { t } = useTranslation('logs');
  return (
    <form
      className="flex min-w-0 gap-1 max-sm:w-full"
      onSubmit={(event) => {
        event.preventDefault();
        const requestId = String(new FormData(event.currentTarget).get('requestId') ?? '').trim();
        if (requestId !== '') onLookUp(requestId);
      }}
    >
      <Input
        name="requestId"
        aria-label={t('lookup.label')}
        placeholder={t('lookup.label')}
        maxLength={64}
        spellCheck={false}
        autoComplete="off"
        className="min-w-0 sm:w-64"
      />
      <Button type="submit" size="icon" aria-label={t('lookup.find')} title={t('lookup.find')}>
        <Search aria-hidden />
      </Button>
    </form>
  );
}
