import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { DIALOG_BACKDROP, DIALOG_BOX, DIALOG_BUTTONS } from './dialog-styles';
import { useFocusReturn } from './use-focus-return';

interface ConfirmDialogProps {
  title: string;
  description: string;
  /** What the button that does it says. */
  confirmLabel: string;
  isOpen: boolean;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  /** Names what will be destroyed. */
  children: ReactNode;
}

/** Asks once before something is destroyed. The focus starts at cancel. */
export function ConfirmDialog({
  title,
  description,
  confirmLabel,
  isOpen,
  isBusy,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const { t } = useTranslation();
  const focusReturn = useFocusReturn(isOpen);
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={DIALOG_BACKDROP} />
        <AlertDialog.Content onCloseAutoFocus={focusReturn} className={DIALOG_BOX}>
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          {children}
          <AlertDialog.Description className="text-soft">{description}</AlertDialog.Description>
          <div className={DIALOG_BUTTONS}>
            <AlertDialog.Cancel asChild>
              <Button>{t('action.cancel')}</Button>
            </AlertDialog.Cancel>
            <Button variant="danger" disabled={isBusy} onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
