import { Dices } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/ui/button';
import { CopyButton } from '../../../../components/ui/copy-button';
import { randomToken } from './random-token';

/** Makes up a token, and shows it this once to be copied. `onGenerate` is handed it as well. */
export function TokenGenerator({ onGenerate }: { onGenerate?: (token: string) => void }) {
  const { t } = useTranslation('config');
  const [token, setToken] = useState<string>();
  const generate = (): void => {
    const made = randomToken();
    setToken(made);
    onGenerate?.(made);
  };
  return (
    <div className="space-y-1">
      <Button size="small" onClick={generate}>
        <Dices aria-hidden />
        {t('generate.open')}
      </Button>
      {token !== undefined && (
        <span className="flex items-center gap-1">
          <code className="min-w-0 font-mono text-[0.8125rem] break-all">{token}</code>
          <CopyButton text={token} label={t('generate.copy')} />
        </span>
      )}
    </div>
  );
}
