import { useController } from 'react-hook-form';
import { fromLocalInput, toLocalInput } from '../../lib/local-time';
import { Input } from '../ui/input';
import { Field } from './field';
import { useFieldError } from './use-field-error';

/** A moment in the browser's time zone; its value is in UTC milliseconds, and an empty field is no value. */
export function DateTimeField({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { field, fieldState } = useController({ name });
  const fieldError = useFieldError();
  return (
    <Field label={label} hint={hint} error={fieldError(fieldState.error)}>
      {(control) => (
        <Input
          {...control}
          ref={field.ref}
          type="datetime-local"
          defaultValue={toLocalInput(field.value as number | null | undefined)}
          onBlur={field.onBlur}
          onChange={(event) => field.onChange(fromLocalInput(event.target.value))}
        />
      )}
    </Field>
  );
}
