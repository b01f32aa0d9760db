import type { ModelFeatures } from '../../gemini/models/model-features';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { type MakeWish, toMendedTranslation, toTranslation } from '../generation/translation';
import type { AdaptContext, Answer, Need, ProtocolAdapter, Resolved, Translation } from '../protocol-adapter';
import type { TranslationPolicy } from '../translation-policy';
import type { ResponseObject } from './reply/response-object';
import { type ResponsesAsked, toResponsesAsked } from './reply/responses-asked';
import { ResponsesStreamEncoder } from './reply/responses-stream-encoder';
import { toResponse } from './reply/to-response';
import { needsOf } from './request/needs';
import { parseResponsesRequest } from './request/parse-responses-request';
import type { Earlier, ResponsesRequest } from './request/responses-request';
import { responsesWish } from './request/responses-wish';

/** OpenAI's responses: requests in `request/`, replies in `reply/`, tools and their calls in `tools/`. */
export class OpenaiResponsesAdapter implements ProtocolAdapter<
  ResponsesRequest,
  ResponsesAsked,
  ResponseObject
> {
  constructor(private readonly policy: TranslationPolicy) {}

  parse(body: unknown): ResponsesRequest {
    return parseResponsesRequest(body);
  }

  /** What the request itself says: a list of items. */
  record({ said }: ResponsesRequest): unknown {
    return said;
  }

  /** @param earlier is what `Earlier` describes, from responses that were kept. */
  recall(request: ResponsesRequest, earlier: unknown): ResponsesRequest {
    return { ...request, earlier: earlier as Earlier };
  }

  needs(request: ResponsesRequest): readonly Need[] {
    return needsOf(request);
  }

  toUpstream(request: ResponsesRequest, resolved: Resolved, features: ModelFeatures): Translation {
    return toTranslation(wishOf(request), { resolved, features, policy: this.policy });
  }

  repair(request: ResponsesRequest, resolved: Resolved, features: ModelFeatures): Translation | undefined {
    return toMendedTranslation(wishOf(request), { resolved, features, policy: this.policy });
  }

  asked(request: ResponsesRequest): ResponsesAsked {
    return toResponsesAsked(request);
  }

  toResponse(
    replies: readonly GenerateContentResponse[],
    asked: ResponsesAsked,
    context: AdaptContext,
  ): Answer<ResponseObject> {
    return toResponse(replies, asked, context);
  }

  openStream(asked: ResponsesAsked, context: AdaptContext): ResponsesStreamEncoder {
    return new ResponsesStreamEncoder(asked, context);
  }
}

function wishOf(request: ResponsesRequest): MakeWish {
  return (context) => responsesWish(request, context);
}
