import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { errorText } from '../../lib/error-text';
import { Button } from './button';
import { CopyButton } from './copy-button';

interface SecretTextProps {
  masked: string;
  /** Fetches the secret; the gateway notes each call in its audit log. */
  load: () => Promise<string>;
}

/** A masked secret that is fetched only when an administrator shows or copies it. */
export function SecretText({ masked, load }: SecretTextProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string>();
  const toggle = (): void => {
    if (secret !== undefined) setSecret(undefined);
    else load().then(setSecret, (error: Error) => toast.error(errorText(error, t)));
  };
  const label = secret === undefined ? t('secret.show') : t('secret.hide');
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all">{secret ?? masked}</code>
      <Button variant="quiet" size="icon" aria-label={label} title={label} onClick={toggle}>
        {secret === undefined ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
      </Button>
      <CopyButton text={secret ?? load} label={t('secret.copy')} />
    </span>
  );
}
