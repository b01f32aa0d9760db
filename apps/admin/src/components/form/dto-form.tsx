import type { ReactNode } from 'react';
import { FormProvider, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useUnsavedWork } from '../../lib/unsaved-work';
import { Button } from '../ui/button';
import { DIALOG_BUTTONS } from '../ui/dialog-styles';
import { changedOf, showRefusal } from './use-dto-form';

interface DtoFormProps<Dto extends FieldValues> {
  form: UseFormReturn<Dto>;
  /** What the button says; "Save" unless given. */
  submitLabel?: string;
  /** Whether the form can be sent as it was opened, because it makes something. */
  canSendUnchanged?: boolean;
  /** Sends the values; those that were changed come by themselves, too. What it is rejected with is shown in the form. */
  onSubmit: (values: Dto, changed: Partial<Dto>) => Promise<unknown>;
  onCancel?: () => void;
  /** The fields: `TextField` and its kin, which find the form by themselves. */
  children: ReactNode;
}

/** Fields with a row of buttons; shows what the gateway refused. */
export function DtoForm<Dto extends FieldValues>({
  form,
  submitLabel,
  canSendUnchanged = false,
  onSubmit,
  onCancel,
  children,
}: DtoFormProps<Dto>) {
  const { t } = useTranslation();
  const { errors, isDirty, isSubmitting } = form.formState;
  useUnsavedWork(isDirty);
  const submit = form.handleSubmit(async (values) => {
    await onSubmit(values, changedOf(form, values)).catch((error: Error) => showRefusal(form, error, t));
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {children}
        {errors.root && (
          <p role="alert" className="text-invalid">
            {errors.root.message}
          </p>
        )}
        <div className={DIALOG_BUTTONS}>
          {onCancel && <Button onClick={onCancel}>{t('action.cancel')}</Button>}
          <Button type="submit" variant="primary" disabled={isSubmitting || !(isDirty || canSendUnchanged)}>
            {submitLabel ?? t('action.save')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
