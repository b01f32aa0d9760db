import type { SettingsDto } from '@gemini-balance/shared';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../../components/ui/action-menu';
import { Button } from '../../components/ui/button';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
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
      <ActionMenu
        actions={[
          {
            label: t('reset.group', { group: group.label }),
            isDisabled: inGroup.length === 0,
            run: () => setScope('group'),
          },
          { label: t('reset.all'), run: () => setScope('all') },
        ]}
      >
        <Button disabled={inAll.length === 0}>
          <RotateCcw aria-hidden />
          {t('reset.open')}
        </Button>
      </ActionMenu>
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
