import { Menu, X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/button';
import { DIALOG_BACKDROP } from '../components/ui/dialog-styles';
import { Brand } from './brand';
import type { NavigationItem } from './navigation';
import { NavigationList } from './navigation-list';

/** On a narrow screen the navigation is a drawer behind a button. */
export function MobileNavigation({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation('frame');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger asChild>
        <Button variant="quiet" size="icon" className="lg:hidden" aria-label={t('nav.open')}>
          <Menu aria-hidden />
        </Button>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className={DIALOG_BACKDROP} />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 w-64 max-w-[85vw] space-y-4 border-r bg-surface p-3 outline-none"
        >
          <div className="flex items-center justify-between">
            <Dialog.Title asChild>
              <div>
                <Brand />
              </div>
            </Dialog.Title>
            <Dialog.Close asChild>
              <Button variant="quiet" size="icon" aria-label={t('nav.close')}>
                <X aria-hidden />
              </Button>
            </Dialog.Close>
          </div>
          <NavigationList items={items} onNavigate={() => setIsOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
