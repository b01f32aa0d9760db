import type { KeyGroupDto } from '@gemini-balance/shared';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/form/field';
import { ModelListCombobox } from '../../../components/model-picker/model-list-combobox';
import { Button } from '../../../components/ui/button';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { Input } from '../../../components/ui/input';
import { errorText } from '../../../lib/error-text';
import { useForgetGroup, useSaveGroup } from './group-mutations';

interface GroupFormProps {
  /** Absent for a new one. */
  group: KeyGroupDto | undefined;
  onClose: () => void;
}

/** Says for which models the keys of a group are used, and why there is such a group. */
export function GroupForm({ group, onClose }: GroupFormProps) {
  const { t } = useTranslation(['keys', 'controls']);
  const { t: tControls } = useTranslation();
  const [name, setName] = useState(group?.name ?? '');
  const [models, setModels] = useState(group?.models ?? []);
  const [note, setNote] = useState(group?.note ?? '');
  const save = useSaveGroup();
  const forget = useForgetGroup();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { name: name.trim(), ...(models.length > 0 && { models }), ...(note && { note }) },
      { onSuccess: onClose },
    );
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Field label={t('groups.name')}>
        {(control) => (
          <Input
            {...control}
            value={name}
            required
            maxLength={100}
            disabled={group !== undefined}
            autoFocus={group === undefined}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('groups.models')}
        hint={t('groups.modelsHint')}
        error={save.error ? errorText(save.error, tControls) : undefined}
      >
        {(control) => (
          <ModelListCombobox
            ids={{ ...control, 'aria-label': t('groups.models') }}
            value={models}
            onChange={setModels}
          />
        )}
      </Field>
      <Field label={t('column.note')}>
        {(control) => (
          <Input
            {...control}
            value={note}
            maxLength={500}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className={DIALOG_BUTTONS}>
        {group && (group.models !== undefined || group.note !== undefined) && (
          <Button
            variant="quiet"
            className="me-auto"
            title={t('groups.forgetHint')}
            disabled={forget.isPending}
            onClick={() => forget.mutate(group.name, { onSuccess: onClose })}
          >
            {t('groups.forget')}
          </Button>
        )}
        <Button onClick={onClose}>{t('controls:action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={name.trim() === '' || save.isPending}>
          {t('controls:action.save')}
        </Button>
      </div>
    </form>
  );
}
