import type { KeyDto } from '@gemini-balance/shared';
import { Ellipsis, Pencil, Power, PowerOff, RotateCcw, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { MENU_CONTENT, MENU_ITEM } from '../../components/ui/menu-styles';
import { useKeyAction } from './key-mutations';

/** What a row of the table can ask the page to open. */
export interface KeyRowCommands {
  onEdit: (apiKey: KeyDto) => void;
  onDelete: (apiKey: KeyDto) => void;
}

/** What can be done with one key. */
export function KeyRowMenu({ apiKey, onEdit, onDelete }: { apiKey: KeyDto } & KeyRowCommands) {
  const { t } = useTranslation('keys');
  const enable = useKeyAction('enable');
  const disable = useKeyAction('disable');
  const reset = useKeyAction('reset');
  const isDisabled = apiKey.state === 'disabled';
  const toggle = isDisabled ? enable : disable;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button variant="quiet" size="icon" aria-label={t('action.menu', { key: apiKey.maskedSecret })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={MENU_CONTENT} align="end" sideOffset={2}>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => toggle.mutate([apiKey.id])}>
            {isDisabled ? <Power aria-hidden /> : <PowerOff aria-hidden />}
            {isDisabled ? t('action.enable') : t('action.disable')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => reset.mutate([apiKey.id])}>
            <RotateCcw aria-hidden />
            {t('action.reset')}
          </DropdownMenu.Item>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => onEdit(apiKey)}>
            <Pencil aria-hidden />
            {t('action.edit')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 border-t" />
          <DropdownMenu.Item className={`${MENU_ITEM} text-invalid`} onSelect={() => onDelete(apiKey)}>
            <Trash2 aria-hidden />
            {t('action.delete')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
