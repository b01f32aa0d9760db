import type { ComponentProps, ElementType } from 'react';
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

interface RegisteredFieldProps extends NamedField {
  as: ElementType;
  /** What the form holds for what was typed. */
  setValueAs?: (typed: unknown) => unknown;
}

function RegisteredField({
  name,
  label,
  hint,
  as: Control,
  setValueAs,
  ...rest
}: RegisteredFieldProps & Record<string, unknown>) {
  const { register, error } = useNamedField(name);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Control {...rest} {...control} {...register(name, setValueAs && { setValueAs })} />}
    </Field>
  );
}

/** One line of text; `type` may make it a date or a password. */
export function TextField(props: NamedField & Omit<ComponentProps<'input'>, 'name'>) {
  return <RegisteredField {...props} as={Input} />;
}

/** Several lines of text. */
export function TextAreaField(props: NamedField & Omit<ComponentProps<'textarea'>, 'name'>) {
  return <RegisteredField {...props} as={Textarea} />;
}

/** A number; an empty field is no value. */
export function NumberField(props: NamedField & Omit<ComponentProps<'input'>, 'name'>) {
  return <RegisteredField type="number" inputMode="numeric" {...props} as={Input} setValueAs={toNumber} />;
}

function toNumber(text: unknown): number | undefined {
  return text === '' || text === undefined || text === null ? undefined : Number(text);
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
