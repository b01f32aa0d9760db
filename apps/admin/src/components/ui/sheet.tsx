import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { DIALOG_BACKDROP } from './dialog-styles';
import { useFocusReturn } from './use-focus-return';

interface SheetProps {
  title: ReactNode;
  /** One line under the title. */
  description?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Details of one thing beside the page it was opened from; the whole screen on a phone. */
export function Sheet({ title, description, isOpen, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const focusReturn = useFocusReturn(isOpen);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={DIALOG_BACKDROP} />
        <Dialog.Content
          onCloseAutoFocus={focusReturn}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className="fixed inset-y-0 right-0 z-50 flex w-full max-w-xl flex-col border-l bg-raised shadow-xl outline-none"
        >
          <div className="flex items-start gap-2 border-b px-4 py-3 sm:px-5">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-base font-semibold break-words">{title}</Dialog.Title>
              {description !== undefined && (
                <Dialog.Description className="text-soft">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close asChild>
              <Button variant="quiet" size="icon" className="-mt-1 -mr-2" aria-label={t('action.close')}>
                <X aria-hidden />
              </Button>
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 space-y-5 overflow-y-auto px-4 py-4 sm:px-5">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
