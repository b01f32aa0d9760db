import { UpdateKeyDto, type KeyDto } from '@gemini-balance/shared';
import { classValidatorResolver } from '@hookform/resolvers/class-validator';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { Field } from '../../../components/ui/field';
import { Input } from '../../../components/ui/input';
import { useFieldError } from '../../../lib/use-field-error';
import { useUpdateKey } from '../key-mutations';

interface EditKeyFormProps {
  apiKey: KeyDto;
  onClose: () => void;
}

/** Edits what an administrator may say about a key. Only the fields that changed are sent. */
export function EditKeyForm({ apiKey, onClose }: EditKeyFormProps) {
  const { t } = useTranslation(['keys', 'common']);
  const fieldError = useFieldError();
  const update = useUpdateKey();
  const { note = '', group = '', project = '', weight } = apiKey;
  const { register, handleSubmit, formState } = useForm<UpdateKeyDto>({
    resolver: classValidatorResolver(UpdateKeyDto),
    defaultValues: { note, group, project, weight },
  });
  const { dirtyFields, errors, isDirty } = formState;

  const submit = handleSubmit((values) => {
    const changed = Object.fromEntries(Object.entries(values).filter(([field]) => field in dirtyFields));
    update.mutate({ id: apiKey.id, update: changed }, { onSuccess: onClose });
  });

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <Field label={t('column.note')} error={fieldError(errors.note)}>
        {(control) => <Input {...control} {...register('note')} autoFocus />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('column.group')} error={fieldError(errors.group)}>
          {(control) => <Input {...control} {...register('group')} />}
        </Field>
        <Field label={t('column.project')} error={fieldError(errors.project)}>
          {(control) => <Input {...control} {...register('project')} />}
        </Field>
      </div>
      <Field label={t('column.weight')} hint={t('edit.weightHint')} error={fieldError(errors.weight)}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={100}
            {...register('weight', { valueAsNumber: true })}
          />
        )}
      </Field>
      <div className={DIALOG_BUTTONS}>
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={!isDirty || update.isPending}>
          {t('common:action.save')}
        </Button>
      </div>
    </form>
  );
}
