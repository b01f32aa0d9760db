import type { KeyChoiceDto } from '@gemini-balance/shared';
import { InvalidRequestError } from '../../../core/gateway-error';
import type { KeyId } from '../../../core/keypool/hold';
import type { FindKeys } from './find-keys';

/** The ids of the keys that are meant. @throws InvalidRequestError unless it is ids or a filter */
export async function chooseKeys({ ids, filter }: KeyChoiceDto, finder: FindKeys): Promise<KeyId[]> {
  if ((ids === undefined) === (filter === undefined))
    throw new InvalidRequestError('Send either ids or a filter.', { field: 'ids' });
  return ids === undefined ? finder.all(filter!) : [...new Set(ids)];
}

/** What the audit log says of a choice. */
export function toSubject({ ids, filter }: KeyChoiceDto): { filter: string } | { ids: number[] } {
  return ids === undefined ? { filter: JSON.stringify(filter) } : { ids: ids.slice(0, 100) };
}
