import type { IssuedTokenDto } from '@gemini-balance/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from '../../../components/leave-guard';
import { Button } from '../../../components/ui/button';
import { CopyButton } from '../../../components/ui/copy-button';
import { Dialog } from '../../../components/ui/dialog';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';

interface IssuedTokenDialogProps {
  /** Open while there is one. */
  issued: IssuedTokenDto | undefined;
  onClose: () => void;
}

/** Shows a new token, this once: until it is copied, nothing but a button that says so takes it away. */
export function IssuedTokenDialog({ issued, onClose }: IssuedTokenDialogProps) {
  const { t } = useTranslation(['tokens', 'controls']);
  const [copied, setCopied] = useState<string>();
  const isAtRisk = issued !== undefined && issued.secret !== copied;
  const onCopied = (): void => setCopied(issued?.secret);
  return (
    <Dialog
      title={t('issued.title', { name: issued?.token.name })}
      description={t('issued.text')}
      isOpen={issued !== undefined}
      onClose={onClose}
      isHeldOpen={isAtRisk}
    >
      {issued && (
        <div className="flex items-center gap-2 rounded-md border bg-canvas py-1 pr-1 pl-3">
          <code onCopy={onCopied} className="min-w-0 flex-1 font-mono text-[0.8125rem] break-all">
            {issued.secret}
          </code>
          <CopyButton text={issued.secret} label={t('issued.copy')} onCopied={onCopied} />
        </div>
      )}
      <LeaveGuard
        isNeeded={isAtRisk}
        title={t('issued.leave.title')}
        text={t('issued.leave.text')}
        confirmLabel={t('issued.leave.confirm')}
      />
      <div className={DIALOG_BUTTONS}>
        <Button variant="primary" onClick={onClose}>
          {t('controls:action.close')}
        </Button>
      </div>
    </Dialog>
  );
}
