import { parseBase64 } from '../../gemini/media/base64';

/** A thought signature that a client brought back; undefined for what can be none, and what upstream could not read. */
export function signatureIn(value: unknown): string | undefined {
  return typeof value === 'string' && parseBase64(value) === value ? value : undefined;
}
