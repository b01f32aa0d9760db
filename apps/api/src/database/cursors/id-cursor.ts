import { InvalidRequestError } from '../../core/gateway-error';

/** The id that a page of a list ends before; undefined for the first page. @throws InvalidRequestError */
export function toBeforeId(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (!/^\d{1,15}$/.test(cursor))
    throw new InvalidRequestError('The cursor is not one that this list gave out.', { field: 'cursor' });
  return Number(cursor);
}
