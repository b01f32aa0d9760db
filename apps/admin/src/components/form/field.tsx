import { useId, type ReactNode } from 'react';

interface ControlProps {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with the value; takes the place of the hint. */
  error?: string;
  /** Renders the control with the ids that tie it to label and message. */
  children: (control: ControlProps) => ReactNode;
}

/** A labelled control with a hint or an error under it. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const messageId = `${id}-message`;
  const message = error ?? hint;
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': message ? messageId : undefined,
      })}
      {message !== undefined && (
        <p id={messageId} role={error ? 'alert' : undefined} className={error ? 'text-invalid' : 'text-soft'}>
          {message}
        </p>
      )}
    </div>
  );
}
