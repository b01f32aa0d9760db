import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

/** The text for what a shared DTO's rules found wrong with a field; undefined when nothing is wrong. */
export function useFieldError(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation('problems');
  return (error) => {
    switch (error?.type) {
      case undefined:
        return undefined;
      case 'refused':
        return error.message;
      case 'minLength':
      case 'isString':
        return t('validation.required');
      case 'maxLength':
        return t('validation.tooLong');
      case 'isInt':
        return t('validation.wholeNumber');
      case 'min':
        return t('validation.min', { limit: limitIn(error.message) });
      case 'max':
        return t('validation.max', { limit: limitIn(error.message) });
      case 'isUrl':
        return t('validation.url');
      default:
        return t('validation.wrong');
    }
  };
}

/** The rules put their limit at the end of their English message, and nowhere else. */
function limitIn(message: string | undefined): string {
  return /(-?\d+)\D*$/.exec(message ?? '')?.[1] ?? '';
}
