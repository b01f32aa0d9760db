/** Base64, in either alphabet; anything else upstream could not read. */
const SIGNATURE = /^[A-Za-z0-9+/_-]+=*$/;

/** A thought signature that a client brought back; undefined for what can be none. */
export function signatureIn(value: unknown): string | undefined {
  return typeof value === 'string' && SIGNATURE.test(value) ? value : undefined;
}
