import { useController } from 'react-hook-form';
import { Field } from '../form/field';
import { useFieldError } from '../form/use-field-error';
import { ModelListCombobox } from './model-list-combobox';
import type { ModelChoice } from './use-model-options';

interface ModelListFieldProps extends ModelChoice {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
}

/** The names of several models, in a form; an empty list is no value. */
export function ModelListField({ name, label, hint, ...field }: ModelListFieldProps) {
  const { field: controlled, fieldState } = useController({ name });
  const fieldError = useFieldError();
  return (
    <Field label={label} hint={hint} error={fieldError(fieldState.error)}>
      {(ids) => (
        <ModelListCombobox
          {...field}
          ids={{ ...ids, 'aria-label': label }}
          value={(controlled.value as string[] | null | undefined) ?? []}
          onChange={(models) => controlled.onChange(models.length > 0 ? models : undefined)}
          onBlur={controlled.onBlur}
        />
      )}
    </Field>
  );
}
