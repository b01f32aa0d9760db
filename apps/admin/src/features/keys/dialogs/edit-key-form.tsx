import { UpdateKeyDto, type KeyDto } from '@gemini-balance/shared';
import { useTranslation } from 'react-i18next';
import { DtoForm } from '../../../components/form/dto-form';
import { NumberField, TextField } from '../../../components/form/fields';
import { useDtoForm } from '../../../components/form/use-dto-form';
import { useUpdateKey } from '../key-mutations';

interface EditKeyFormProps {
  apiKey: KeyDto;
  onClose: () => void;
}

/** Edits what an administrator may say about a key. Only the fields that changed are sent. */
export function EditKeyForm({ apiKey, onClose }: EditKeyFormProps) {
  const { t } = useTranslation('keys');
  const update = useUpdateKey();
  const { note = '', group = '', project = '', weight } = apiKey;
  const form = useDtoForm(UpdateKeyDto, { note, group, project, weight });
  return (
    <DtoForm
      form={form}
      onCancel={onClose}
      onSubmit={(_, changed) => update.mutateAsync({ id: apiKey.id, update: changed }).then(onClose)}
    >
      <TextField name="note" label={t('column.note')} autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="group" label={t('column.group')} />
        <TextField name="project" label={t('column.project')} />
      </div>
      <NumberField name="weight" label={t('column.weight')} hint={t('edit.weightHint')} min={1} max={100} />
    </DtoForm>
  );
}
