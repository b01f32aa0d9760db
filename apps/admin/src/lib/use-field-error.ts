import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';

/** The text for what a shared DTO's rules found wrong with a field; undefined when nothing is wrong. */
export function useFieldError(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation();
  return (error) => {
    switch (error?.type) {
      case undefined:
        return undefined;
      case 'minLength':
      case 'isString':
        return t('validation.required');
      case 'maxLength':
        return t('validation.tooLong');
      case 'isInt':
      case 'min':
      case 'max':
        return t('validation.weight');
      default:
        return t('validation.wrong');
    }
  };
}
