import type { TFunction } from 'i18next';
import { ApiError } from './api-error';

/** What to tell the administrator about a failure: our own words where the code is all there is to say, else the gateway's. */
export function errorText(error: Error, t: TFunction): string {
  if (error instanceof ApiError && (error.code === 'unreachable' || error.code === 'internal_error')) {
    return t(`error.${error.code}`, { ns: 'problems' });
  }
  return error.message;
}
