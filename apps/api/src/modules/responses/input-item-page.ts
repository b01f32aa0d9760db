import { InvalidRequestError } from '../../core/gateway-error';
import type { StoredItem } from './response-items';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 100;

/** A page of a list of items, newest first unless the query asks for `order=asc`. @throws InvalidRequestError */
export function itemPage(items: readonly StoredItem[], query: URLSearchParams | undefined): unknown {
  const limit = limitOf(query?.get('limit'));
  const order = query?.get('order') ?? 'desc';
  if (order !== 'asc' && order !== 'desc')
    throw new InvalidRequestError('order has to be asc or desc.', { field: 'order' });
  const ordered = order === 'asc' ? items : [...items].reverse();
  const after = query?.get('after');
  const start = after == null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const data = ordered.slice(start, start + limit);
  return {
    object: 'list',
    data,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
    has_more: start + limit < ordered.length,
  };
}

function limitOf(text: string | null | undefined): number {
  if (text == null) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_LIMIT)
    throw new InvalidRequestError(`limit has to be a whole number from 1 to ${LARGEST_LIMIT}.`, {
      field: 'limit',
    });
  return limit;
}
