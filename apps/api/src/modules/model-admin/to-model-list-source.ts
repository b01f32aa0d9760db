import type { ModelListSourceDto } from '@gemini-balance/shared';
import { describeError } from '../../http/admin/describe-error';
import type { CatalogState } from '../models/model-catalog';

/** @param url may hold credentials, which are not told */
export function toModelListSource(
  { listedAtMs, triedAtMs, failure, isFetching }: CatalogState,
  url: string,
): ModelListSourceDto {
  const { origin, pathname } = new URL(url);
  const error = failure === undefined ? undefined : describeError(failure).body.error;
  return {
    url: origin + pathname.replace(/\/$/, ''),
    ...(listedAtMs !== undefined && { listedAtMs }),
    ...(triedAtMs !== undefined && { triedAtMs }),
    ...(error && { error: { code: error.code, message: error.message } }),
    isRefreshing: isFetching,
  };
}
