import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cn } from '../../lib/cn';
import { Button } from './button';
import { DIALOG_BACKDROP, DIALOG_BOX } from './dialog-styles';
import { useFocusReturn } from './use-focus-return';

interface DialogProps {
  title: string;
  description: string;
  isOpen: boolean;
  onClose: () => void;
  /** Whether its buttons alone close it. */
  isHeldOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** A box above the page that is left with Escape, the close button or a click beside it. */
export function Dialog({
  title,
  description,
  isOpen,
  onClose,
  isHeldOpen = false,
  className,
  children,
}: DialogProps) {
  const { t } = useTranslation();
  const hold = (event: Event): void => {
    if (isHeldOpen) event.preventDefault();
  };
  const focusReturn = useFocusReturn(isOpen);
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className={DIALOG_BACKDROP} />
        <Primitive.Content
          onCloseAutoFocus={focusReturn}
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          className={cn(DIALOG_BOX, className)}
        >
          <div className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <Primitive.Title className="text-base font-semibold break-words">{title}</Primitive.Title>
              <Primitive.Description className="mt-1 text-soft">{description}</Primitive.Description>
            </div>
            <Primitive.Close asChild>
              <Button variant="quiet" size="icon" className="-mt-1.5 -mr-2" aria-label={t('action.close')}>
                <X aria-hidden />
              </Button>
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
