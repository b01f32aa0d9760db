import { isJsonObject } from '../../../json-object';

/** Base64, in either alphabet; anything else upstream could not read. */
const SIGNATURE = /^[A-Za-z0-9+/_-]+=*$/;

/** The thought signature that a client brings back in `extra_content`, where Google's own endpoint puts it. */
export function broughtSignature(extraContent: unknown): string | undefined {
  if (!isJsonObject(extraContent) || !isJsonObject(extraContent.google)) return undefined;
  const { thought_signature: signature } = extraContent.google;
  return typeof signature === 'string' && SIGNATURE.test(signature) ? signature : undefined;
}
