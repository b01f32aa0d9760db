import type { ModelFeatures } from '../../gemini/models/model-features';
import type { GenerateContentRequest } from '../../gemini/request/generate-content-request';
import {
  withOnlyPlaceholders,
  withoutSignatures,
  withPlaceholders,
} from '../../gemini/request/signature-placeholders';
import type { MediaContext } from '../media/media-part';
import type { Resolved, Translation } from '../protocol-adapter';
import type { TranslationPolicy } from '../translation-policy';
import { toGenerationRequest } from './generation-request';
import type { GenerationWish } from './generation-wish';

/** What a request is translated with. */
export interface Circumstances {
  readonly resolved: Resolved;
  readonly features: ModelFeatures;
  readonly policy: TranslationPolicy;
}

/** What a dialect puts a request into neutral words with. What upstream does not take of it is added to `changes`. */
export interface WishContext extends MediaContext {
  readonly changes: string[];
}

/** @throws InvalidRequestError naming the field */
export type MakeWish = (context: WishContext) => GenerationWish;

/** The request that upstream gets for a wish, with placeholders for signatures that are not known. @throws InvalidRequestError */
export function toTranslation(makeWish: MakeWish, circumstances: Circumstances): Translation {
  const { request, changes } = unsigned(makeWish, circumstances);
  const { checksSignatures } = circumstances.features;
  const contents = checksSignatures ? withPlaceholders(request.contents) : request.contents;
  return { requests: [contents === request.contents ? request : { ...request, contents }], changes };
}

/** The same after upstream refused a thought signature, without any real one; undefined where there is nothing to mend. */
export function toMendedTranslation(
  makeWish: MakeWish,
  circumstances: Circumstances,
): Translation | undefined {
  const { request, changes } = unsigned(makeWish, circumstances);
  const signed = withOnlyPlaceholders(request.contents);
  if (signed === undefined) return undefined;
  const { checksSignatures } = circumstances.features;
  const contents = checksSignatures ? signed : withoutSignatures(request.contents);
  return { requests: [{ ...request, contents }], changes };
}

function unsigned(
  makeWish: MakeWish,
  { resolved, features, policy }: Circumstances,
): { readonly request: GenerateContentRequest; readonly changes: readonly string[] } {
  const changes: string[] = [];
  const { media, mediaFailures, signatures } = resolved;
  const wish = makeWish({ media, mediaFailures, features, changes });
  const request = toGenerationRequest(wish, { signatures, features, policy }, changes);
  return { request, changes: [...new Set(changes)] };
}
