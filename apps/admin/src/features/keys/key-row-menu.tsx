import type { KeyDto } from '@gemini-balance/shared';
import { Copy, PanelRight, Pencil, Power, PowerOff, RotateCcw, ShieldCheck, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import { RowMenu } from '../../components/ui/action-menu';
import { copyText } from '../../lib/copy-text';
import { errorText } from '../../lib/error-text';
import { revealKey, useKeyAction, useVerifyKey } from './key-mutations';

/** What a row of the table can ask the page to open. */
export interface KeyRowCommands {
  onOpen: (apiKey: KeyDto) => void;
  onEdit: (apiKey: KeyDto) => void;
  onDelete: (apiKey: KeyDto) => void;
}

/** What can be done with one key. */
export function KeyRowMenu({ apiKey, onOpen, onEdit, onDelete }: { apiKey: KeyDto } & KeyRowCommands) {
  const { t } = useTranslation('keys');
  const { t: tControls } = useTranslation();
  const verify = useVerifyKey();
  const enable = useKeyAction('enable');
  const disable = useKeyAction('disable');
  const reset = useKeyAction('reset');
  const isDisabled = apiKey.state === 'disabled';
  const copy = (): void =>
    void revealKey(apiKey.id)
      .then(copyText)
      .then(
        () => toast.success(tControls('copied')),
        (error: Error) => toast.error(errorText(error, tControls)),
      );
  const actions = [
    { label: t('action.open'), Icon: PanelRight, run: () => onOpen(apiKey) },
    { label: t('action.verify'), Icon: ShieldCheck, run: () => verify.mutate(apiKey.id) },
    isDisabled
      ? { label: t('action.enable'), Icon: Power, run: () => enable.mutate([apiKey.id]) }
      : { label: t('action.disable'), Icon: PowerOff, run: () => disable.mutate([apiKey.id]) },
    { label: t('action.reset'), Icon: RotateCcw, run: () => reset.mutate([apiKey.id]) },
    { label: t('action.edit'), Icon: Pencil, run: () => onEdit(apiKey) },
    { label: t('action.copy'), Icon: Copy, run: copy },
  ];
  return (
    <RowMenu
      label={t('action.menu', { key: apiKey.maskedSecret })}
      actions={actions}
      danger={{ label: t('action.delete'), Icon: Trash2, run: () => onDelete(apiKey) }}
    />
  );
}
