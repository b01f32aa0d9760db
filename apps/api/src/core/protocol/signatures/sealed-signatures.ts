import { isJsonObject } from '../../json-object';
import { signatureIn } from './signature';
import { seal, unseal } from './sealed-state';

/** Thought signatures by call id as one opaque text, for where a dialect lets clients keep such a one. */
export function sealedSignatures(signatures: Readonly<Record<string, string>>): string {
  return seal({ signatures });
}

/** The signatures by call id that such a text holds; none in those of other services, and in broken ones. */
export function signaturesIn(sealed: unknown): ReadonlyMap<string, string> {
  const { signatures } = unseal(sealed) ?? {};
  const found = new Map<string, string>();
  for (const [callId, value] of Object.entries(isJsonObject(signatures) ? signatures : {})) {
    const signature = signatureIn(value);
    if (signature !== undefined) found.set(callId, signature);
  }
  return found;
}
