import { useState } from 'react';
import { useController } from 'react-hook-form';
import { linesOf } from '../../lib/lines-of';
import { Textarea } from '../ui/textarea';
import { Field } from './field';
import { useFieldError } from './use-field-error';

interface LinesFieldProps {
  name: string;
  label: string;
  hint?: string;
  placeholder?: string;
}

/** A list of texts, one in each line or with commas between them; an empty field is no value. */
export function LinesField({ name, label, hint, placeholder }: LinesFieldProps) {
  const { field, fieldState } = useController({ name });
  const fieldError = useFieldError();
  const [text, setText] = useState(() => ((field.value as string[] | null | undefined) ?? []).join('\n'));
  const change = (typed: string): void => {
    setText(typed);
    const lines = linesOf(typed);
    field.onChange(lines.length > 0 ? lines : undefined);
  };
  return (
    <Field label={label} hint={hint} error={fieldError(fieldState.error)}>
      {(control) => (
        <Textarea
          {...control}
          ref={field.ref}
          rows={3}
          placeholder={placeholder}
          className="min-h-18 font-mono text-[0.8125rem]"
          value={text}
          onBlur={field.onBlur}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}
