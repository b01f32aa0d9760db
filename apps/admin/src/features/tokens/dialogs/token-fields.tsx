import { useTranslation } from 'react-i18next';
import { DateTimeField } from '../../../components/form/date-time-field';
import { NumberField, TextField } from '../../../components/form/fields';
import { ModelListField } from '../../../components/model-picker/model-list-field';

const LIMITS = ['requestsPerMinute', 'requestsPerDay', 'tokensPerMinute', 'tokensPerDay'] as const;

/** What an administrator may decide about a token. */
export function TokenFields() {
  const { t } = useTranslation('tokens');
  return (
    <>
      <TextField name="name" label={t('column.name')} maxLength={100} autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        {LIMITS.map((limit) => (
          <NumberField
            key={limit}
            name={limit}
            label={t(`limit.${limit}`)}
            min={1}
            placeholder={t('noLimit')}
          />
        ))}
      </div>
      <ModelListField
        hasFurtherNames
        name="allowedModels"
        label={t('form.models')}
        hint={t('form.modelsHint')}
      />
      <DateTimeField name="expiresAtMs" label={t('column.expires')} hint={t('form.expiresHint')} />
    </>
  );
}
