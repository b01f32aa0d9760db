import type { ComponentProps } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { Checkbox } from '../ui/checkbox';
import { Input } from '../ui/input';
import { Select } from '../ui/select';
import { Textarea } from '../ui/textarea';
import { Field } from './field';
import { useFieldError } from './use-field-error';

interface NamedField {
  /** The field of the DTO. */
  name: string;
  label: string;
  hint?: string;
}

function useNamedField(name: string) {
  const { register, getFieldState, formState } = useFormContext();
  const fieldError = useFieldError();
  return { register, error: fieldError(getFieldState(name, formState).error) };
}

/** One line of text; `type` may make it a date or a password. */
export function TextField({
  name,
  label,
  hint,
  ...rest
}: NamedField & Omit<ComponentProps<'input'>, 'name'>) {
  const { register, error } = useNamedField(name);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input {...rest} {...control} {...register(name)} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextAreaField({
  name,
  label,
  hint,
  ...rest
}: NamedField & Omit<ComponentProps<'textarea'>, 'name'>) {
  const { register, error } = useNamedField(name);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Textarea {...rest} {...control} {...register(name)} />}
    </Field>
  );
}

/** A number; an empty field is no value. */
export function NumberField({
  name,
  label,
  hint,
  ...rest
}: NamedField & Omit<ComponentProps<'input'>, 'name'>) {
  const { register, error } = useNamedField(name);
  const toNumber = (text: unknown): number | undefined =>
    text === '' || text === undefined || text === null ? undefined : Number(text);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          type="number"
          inputMode="numeric"
          {...rest}
          {...control}
          {...register(name, { setValueAs: toNumber })}
        />
      )}
    </Field>
  );
}

/** One of a few values. */
export function SelectField({
  name,
  label,
  hint,
  choices,
}: NamedField & { choices: readonly { value: string; label: string }[] }) {
  const { register, error } = useNamedField(name);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Select {...control} {...register(name)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Yes or no, with its label beside the box. */
export function CheckboxField({ name, label, hint }: NamedField) {
  const { field } = useController({ name });
  return (
    <label className="flex items-start gap-2.5">
      <span className="pt-0.5">
        <Checkbox label={label} checked={field.value === true} onChange={field.onChange} />
      </span>
      <span aria-hidden>
        <span className="block font-medium">{label}</span>
        {hint !== undefined && <span className="block text-soft">{hint}</span>}
      </span>
    </label>
  );
}
