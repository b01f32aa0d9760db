import { isJsonObject } from '../../../../json-object';
import { signatureIn } from '../../../signatures/signature';

/** The thought signature that a client brings back in `extra_content`, where Google's own endpoint puts it. */
export function broughtSignature(extraContent: unknown): string | undefined {
  if (!isJsonObject(extraContent) || !isJsonObject(extraContent.google)) return undefined;
  return signatureIn(extraContent.google.thought_signature);
}
