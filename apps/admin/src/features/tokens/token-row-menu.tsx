import type { TokenDto } from '@gemini-balance/shared';
import { Pencil, Power, PowerOff, RefreshCw, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { RowMenu } from '../../components/ui/action-menu';
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
  const actions = [
    { label: t('controls:action.edit'), Icon: Pencil, run: () => onEdit(token) },
    ...(token.role !== 'client'
      ? []
      : [
          token.isEnabled
            ? { label: t('action.disable'), Icon: PowerOff, run: toggle }
            : { label: t('action.enable'), Icon: Power, run: toggle },
        ]),
    { label: t('action.rotate'), Icon: RefreshCw, isDisabled: isOfEnv, run: () => onRotate(token) },
  ];
  return (
    <RowMenu
      label={t('action.menu', { name: token.name })}
      actions={actions}
      danger={{ label: t('controls:action.delete'), Icon: Trash2, run: () => onDelete(token) }}
    />
  );
}
