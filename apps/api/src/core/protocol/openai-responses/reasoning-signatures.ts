import { isJsonObject } from '../../json-object';
import { signatureIn } from '../conversation/signature';
import { seal, unseal } from './sealed-state';

/** Thought signatures by call id, as `encrypted_content` of a reasoning item. */
export function sealedSignatures(signatures: Readonly<Record<string, string>>): string {
  return seal({ signatures });
}

/** The signatures that an `encrypted_content` holds by call id; none in those of other services, and in broken ones. */
export function signaturesIn(encryptedContent: unknown): ReadonlyMap<string, string> {
  const { signatures } = unseal(encryptedContent) ?? {};
  const found = new Map<string, string>();
  for (const [callId, value] of Object.entries(isJsonObject(signatures) ? signatures : {})) {
    const signature = signatureIn(value);
    if (signature !== undefined) found.set(callId, signature);
  }
  return found;
}
