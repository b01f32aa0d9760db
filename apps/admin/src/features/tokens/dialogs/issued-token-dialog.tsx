import type { IssuedTokenDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { CopyButton } from '../../../components/ui/copy-button';
import { Dialog } from '../../../components/ui/dialog';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';

interface IssuedTokenDialogProps {
  /** Open while there is one. */
  issued: IssuedTokenDto | undefined;
  onClose: () => void;
}

/** Shows a new token, this once. */
export function IssuedTokenDialog({ issued, onClose }: IssuedTokenDialogProps) {
  const { t } = useTranslation(['tokens', 'controls']);
  return (
    <Dialog
      title={t('issued.title', { name: issued?.token.name })}
      description={t('issued.text')}
      isOpen={issued !== undefined}
      onClose={onClose}
    >
      {issued && (
        <div className="flex items-center gap-2 rounded-md border bg-canvas py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all">{issued.secret}</code>
          <CopyButton text={issued.secret} label={t('issued.copy')} />
        </div>
      )}
      <div className={DIALOG_BUTTONS}>
        <Button variant="primary" onClick={onClose}>
          {t('controls:action.close')}
        </Button>
      </div>
    </Dialog>
  );
}
