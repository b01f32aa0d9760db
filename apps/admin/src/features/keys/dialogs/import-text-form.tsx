import { ImportKeysDto, KEY_KINDS } from '@gemini-balance/shared';
import { classValidatorResolver } from '@hookform/resolvers/class-validator';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/ui/button';
import { DIALOG_BUTTONS } from '../../../components/ui/dialog-styles';
import { Field } from '../../../components/form/field';
import { Select } from '../../../components/ui/select';
import { Textarea } from '../../../components/ui/textarea';
import { useFieldError } from '../../../components/form/use-field-error';

interface ImportTextFormProps {
  /** What was pasted before, when the administrator comes back from the preview. */
  pasted: ImportKeysDto;
  isBusy: boolean;
  onSubmit: (text: ImportKeysDto) => void;
}

/** The first step: any text with keys in it, and of which kind they are. */
export function ImportTextForm({ pasted, isBusy, onSubmit }: ImportTextFormProps) {
  const { t } = useTranslation('keys');
  const fieldError = useFieldError();
  const { register, handleSubmit, formState } = useForm<ImportKeysDto>({
    resolver: classValidatorResolver(ImportKeysDto),
    defaultValues: pasted,
  });
  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} noValidate className="space-y-4">
      <Field label={t('import.pasted')} error={fieldError(formState.errors.text)}>
        {(control) => (
          <Textarea
            {...control}
            {...register('text')}
            rows={9}
            spellCheck={false}
            autoFocus
            placeholder={t('import.placeholder')}
            className="font-mono text-[0.8125rem]"
          />
        )}
      </Field>
      <Field label={t('import.kind')}>
        {(control) => (
          <Select {...control} {...register('kind')}>
            {KEY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className={DIALOG_BUTTONS}>
        <Button type="submit" variant="primary" disabled={isBusy}>
          {t('import.preview')}
        </Button>
      </div>
    </form>
  );
}
