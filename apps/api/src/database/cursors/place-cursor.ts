import { InvalidRequestError } from '../../core/gateway-error';

/** Where something stands in a sorted list: by its value, then by its id. Both are whole numbers. */
export interface Place {
  readonly value: number;
  readonly id: number;
}

/** The cursor of the page that begins after this place. */
export function toPlaceCursor({ value, id }: Place): string {
  return `${value}.${id}`;
}

/** The place that a page of a list begins after; undefined for the first page. @throws InvalidRequestError */
export function toAfterPlace(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, value, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(cursor) ?? [];
  if (id === undefined)
    throw new InvalidRequestError('The cursor is not one that this list gave out.', { field: 'cursor' });
  return { value: Number(value), id: Number(id) };
}
