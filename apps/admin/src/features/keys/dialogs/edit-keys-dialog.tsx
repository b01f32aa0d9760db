import type { KeyDto } from '@gemini-balance/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { toChoice, type Selected } from '../../../components/data-table/selection/selected';
import { Field } from '../../../components/form/field';
import { Button } from '../../../components/ui/button';
import { Dialog } from '../../../components/ui/dialog';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { Input } from '../../../components/ui/input';
import { useStartKeyJob } from '../key-work';
import type { KeyFilters } from '../key-filters';

interface EditKeysDialogProps {
  /** Open while there are any. */
  selected: Selected<KeyDto> | undefined;
  filters: KeyFilters;
  onClose: () => void;
}

/** Puts many keys into a group. */
export function EditKeysDialog({ selected, filters, onClose }: EditKeysDialogProps) {
  const { t } = useTranslation('keys');
  return (
    <Dialog
      title={t('editMany.title', { count: selected?.count ?? 0 })}
      description={t('editMany.text')}
      isOpen={selected !== undefined}
      onClose={onClose}
    >
      {selected && <GroupForm selected={selected} filters={filters} onClose={onClose} />}
    </Dialog>
  );
}

function GroupForm({ selected, filters, onClose }: EditKeysDialogProps & { selected: Selected<KeyDto> }) {
  const { t } = useTranslation(['keys', 'controls']);
  const [group, setGroup] = useState('');
  const start = useStartKeyJob();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const order = { action: 'edit', group: group.trim(), ...toChoice(selected, filters) } as const;
    start.mutate(order, {
      onSuccess: () => {
        selected.clear();
        onClose();
      },
    });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Field label={t('column.group')} hint={t('editMany.hint')}>
        {(control) => (
          <Input
            {...control}
            value={group}
            maxLength={100}
            autoFocus
            onChange={(event) => setGroup(event.target.value)}
          />
        )}
      </Field>
      <div className={DIALOG_BUTTONS}>
        <Button onClick={onClose}>{t('controls:action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={start.isPending}>
          {group.trim() === '' ? t('editMany.clear') : t('editMany.save')}
        </Button>
      </div>
    </form>
  );
}
