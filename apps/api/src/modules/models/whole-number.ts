import { InvalidRequestError } from '../../core/gateway-error';

/** A number of a query; 0 where it is absent. @throws InvalidRequestError */
export function wholeNumber(text: string | null | undefined, field: string): number {
  if (text == null || text === '') return 0;
  if (!/^\d{1,9}$/.test(text)) throw new InvalidRequestError(`${field} has to be a whole number.`, { field });
  return Number(text);
}
