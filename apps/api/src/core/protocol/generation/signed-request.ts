import type { GenerateContentRequest } from '../../gemini/generate-content-request';
import type { ModelFeatures } from '../../gemini/model-features';
import {
  withOnlyPlaceholders,
  withoutSignatures,
  withPlaceholders,
} from '../../gemini/signature-placeholders';

/** The request with placeholders for signatures that are not known, where the model looks for them. */
export function signedRequest(
  request: GenerateContentRequest,
  { checksSignatures }: ModelFeatures,
): GenerateContentRequest {
  return checksSignatures ? { ...request, contents: withPlaceholders(request.contents) } : request;
}

/** The request after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function mendedRequest(
  request: GenerateContentRequest,
  { checksSignatures }: ModelFeatures,
): GenerateContentRequest | undefined {
  const signed = withOnlyPlaceholders(request.contents);
  if (signed === undefined) return undefined;
  return { ...request, contents: checksSignatures ? signed : withoutSignatures(request.contents) };
}
