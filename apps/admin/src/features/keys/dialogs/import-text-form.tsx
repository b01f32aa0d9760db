import { ImportKeysDto, KEY_KINDS } from '@gemini-balance/shared';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DtoForm } from '../../../components/form/dto-form';
import { CheckboxField, SelectField, TextAreaField, TextField } from '../../../components/form/fields';
import { useDtoForm } from '../../../components/form/use-dto-form';
import { keyQueries } from '../key-queries';

const GROUPS_LIST = 'groups-of-keys';

interface ImportTextFormProps {
  /** What was pasted before, when the administrator comes back from the preview. */
  pasted: ImportKeysDto;
  onSubmit: (text: ImportKeysDto) => Promise<unknown>;
}

/** The first step: any text with keys in it, and what is said of all of them. */
export function ImportTextForm({ pasted, onSubmit }: ImportTextFormProps) {
  const { t } = useTranslation('keys');
  const groups = useQuery(keyQueries.groups()).data ?? [];
  const form = useDtoForm(ImportKeysDto, pasted);
  return (
    <DtoForm form={form} submitLabel={t('import.preview')} canSendUnchanged onSubmit={onSubmit}>
      <TextAreaField
        name="text"
        label={t('import.pasted')}
        rows={9}
        spellCheck={false}
        autoFocus
        placeholder={t('import.placeholder')}
        className="font-mono text-[0.8125rem]"
      />
      <div className="grid gap-4 sm:grid-cols-[auto_1fr]">
        <SelectField
          name="kind"
          label={t('import.kind')}
          choices={KEY_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <TextField name="group" label={t('column.group')} list={GROUPS_LIST} autoComplete="off" />
      </div>
      <datalist id={GROUPS_LIST}>
        {groups.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <CheckboxField name="verify" label={t('import.verify')} hint={t('import.verifyHint')} />
    </DtoForm>
  );
}
