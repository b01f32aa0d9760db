import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { copyText } from '../../lib/copy-text';
import { errorText } from '../../lib/error-text';
import { Button } from './button';

interface CopyButtonProps {
  /** What is copied, or what fetches it when the button is pressed. */
  text: string | (() => Promise<string>);
  label: string;
  onCopied?: () => void;
}

/** Copies a text, and shows for a moment that it did. */
export function CopyButton({ text, label, onCopied }: CopyButtonProps) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async (): Promise<void> => {
    try {
      await copyText(typeof text === 'string' ? text : await text());
      setIsCopied(true);
      onCopied?.();
    } catch (error) {
      toast.error(errorText(error as Error, t));
    }
  };
  return (
    <Button variant="quiet" size="icon" aria-label={label} title={label} onClick={() => void copy()}>
      {isCopied ? <Check className="text-ready" aria-hidden /> : <Copy aria-hidden />}
      <span role="status" className="sr-only">
        {isCopied ? t('copied') : ''}
      </span>
    </Button>
  );
}
