import type { SettingsDto } from '@gemini-balance/shared';
import { RotateCcw } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/button';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { MENU_CONTENT, MENU_ITEM } from '../../components/ui/menu-styles';
import { NamedList } from '../../components/ui/named-list';
import { useResetSettings } from './config-mutations';
import type { SettingGroup } from './setting-groups';

interface ResetMenuProps {
  settings: SettingsDto;
  /** The group on show. */
  group: SettingGroup;
}

/** Takes what was changed here back, for a group or for all, after naming it. */
export function ResetMenu({ settings: { settings, revision }, group }: ResetMenuProps) {
  const { t } = useTranslation('config');
  const [scope, setScope] = useState<'group' | 'all'>();
  const reset = useResetSettings();
  const inAll = settings.filter(({ source }) => source === 'override');
  const inGroup = inAll.filter((setting) => setting.group.id === group.id);
  const close = (): void => setScope(undefined);
  const confirm = (): void =>
    reset.mutate(scope === 'all' ? { all: true, revision } : { group: group.id, revision }, {
      onSuccess: close,
    });
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button disabled={inAll.length === 0}>
            <RotateCcw aria-hidden />
            {t('reset.open')}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={MENU_CONTENT} align="end" sideOffset={4}>
            <DropdownMenu.Item
              className={MENU_ITEM}
              disabled={inGroup.length === 0}
              onSelect={() => setScope('group')}
            >
              {t('reset.group', { group: group.label })}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={MENU_ITEM} onSelect={() => setScope('all')}>
              {t('reset.all')}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ConfirmDialog
        title={t('reset.title')}
        description={t('reset.text')}
        confirmLabel={t('reset.confirm')}
        isOpen={scope !== undefined}
        isBusy={reset.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        <NamedList items={(scope === 'all' ? inAll : inGroup).map(({ name }) => ({ id: name, name }))} />
      </ConfirmDialog>
    </>
  );
}
