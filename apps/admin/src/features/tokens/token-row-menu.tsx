import type { TokenDto } from '@gemini-balance/shared';
import { Ellipsis, Pencil, Power, PowerOff, RefreshCw, Trash2 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { MENU_CONTENT, MENU_ITEM } from '../../components/ui/menu-styles';
import { useUpdateToken } from './token-mutations';

/** What a row of the table can ask the page to open. */
export interface TokenRowCommands {
  onEdit: (token: TokenDto) => void;
  onRotate: (token: TokenDto) => void;
  onDelete: (token: TokenDto) => void;
}

/** What can be done with one token. The secret of one of the environment is changed there. */
export function TokenRowMenu({ token, onEdit, onRotate, onDelete }: { token: TokenDto } & TokenRowCommands) {
  const { t } = useTranslation(['tokens', 'controls']);
  const update = useUpdateToken();
  const isOfEnv = token.source === 'env';
  const toggle = (): void => update.mutate({ id: token.id, changed: { isEnabled: !token.isEnabled } });
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <Button variant="quiet" size="icon" aria-label={t('action.menu', { name: token.name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={MENU_CONTENT} align="end" sideOffset={2}>
          <DropdownMenu.Item className={MENU_ITEM} onSelect={() => onEdit(token)}>
            <Pencil aria-hidden />
            {t('controls:action.edit')}
          </DropdownMenu.Item>
          {token.role === 'client' && (
            <DropdownMenu.Item className={MENU_ITEM} onSelect={toggle}>
              {token.isEnabled ? <PowerOff aria-hidden /> : <Power aria-hidden />}
              {token.isEnabled ? t('action.disable') : t('action.enable')}
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item className={MENU_ITEM} disabled={isOfEnv} onSelect={() => onRotate(token)}>
            <RefreshCw aria-hidden />
            {t('action.rotate')}
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="my-1 border-t" />
          <DropdownMenu.Item className={`${MENU_ITEM} text-invalid`} onSelect={() => onDelete(token)}>
            <Trash2 aria-hidden />
            {t('controls:action.delete')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
