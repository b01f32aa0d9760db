import { signaturesIn } from '../../../signatures/sealed-signatures';
import { itemsOf, type ResponsesRequest } from '../responses-request';

/** The thought signatures that are at hand, by call id: of responses that were kept, and in the reasoning that the client brings back. */
export function broughtSignatures(request: ResponsesRequest): ReadonlyMap<string, string> {
  const found = new Map(Object.entries(request.earlier.signatures));
  for (const { item } of itemsOf(request)) {
    if (item.type !== 'reasoning') continue;
    for (const [callId, signature] of signaturesIn(item.encrypted_content)) found.set(callId, signature);
  }
  return found;
}
