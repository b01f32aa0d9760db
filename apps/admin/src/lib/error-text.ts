import type { TFunction } from 'i18next';
import { ApiError } from './api-error';
import { CopyRefused } from './copy-text';

const OWN_WORDS = ['unreachable', 'internal_error', 'unauthenticated'] as const;

/** What to tell the administrator about a failure: our own words where the code is all there is to say, else the gateway's. */
export function errorText(error: Error, t: TFunction): string {
  if (error instanceof CopyRefused) return t('error.copyRefused', { ns: 'problems' });
  const own = error instanceof ApiError && OWN_WORDS.find((code) => code === error.code);
  return own ? t(`error.${own}`, { ns: 'problems' }) : error.message;
}
