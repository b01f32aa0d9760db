import { classValidatorResolver } from '@hookform/resolvers/class-validator';
import type { TFunction } from 'i18next';
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from 'react-hook-form';
import { ApiError } from '../../lib/api-error';
import { errorText } from '../../lib/error-text';

/**
 * A form with the rules of a shared DTO, which the gateway checks again.
 * @param values the present ones; they are the whole of what the form edits
 */
export function useDtoForm<Dto extends FieldValues>(
  dto: new () => Dto,
  values: DefaultValues<Dto>,
): UseFormReturn<Dto> {
  return useForm<Dto>({ resolver: classValidatorResolver(dto), defaultValues: values });
}

/** Those of the values that were changed, for a PATCH. */
export function changedOf<Dto extends FieldValues>(form: UseFormReturn<Dto>, values: Dto): Partial<Dto> {
  const { dirtyFields } = form.formState;
  const changed = Object.entries(values).filter(([field]) => field in dirtyFields);
  return Object.fromEntries(changed) as Partial<Dto>;
}

/** Shows a refusal of the gateway at the field it names, else at the form. */
export function showRefusal<Dto extends FieldValues>(
  form: UseFormReturn<Dto>,
  error: Error,
  t: TFunction,
): void {
  const field = error instanceof ApiError ? error.field : undefined;
  const isOurs = field !== undefined && field in form.getValues();
  form.setError(isOurs ? (field as Path<Dto>) : 'root', { type: 'refused', message: errorText(error, t) });
}
