import type { AdaptContext } from '../protocol-adapter';
import { WishAdapter } from '../wish-adapter';
import type { ResponseObject } from './reply/response-object';
import { type ResponsesAsked, toResponsesAsked } from './reply/responses-asked';
import { ResponsesStreamEncoder } from './reply/responses-stream-encoder';
import { toResponse } from './reply/to-response';
import { needsOf } from './request/needs';
import { parseResponsesRequest } from './request/parsing/parse-responses-request';
import type { Earlier, ResponsesRequest } from './request/responses-request';
import { responsesWish } from './request/responses-wish';

/** OpenAI's responses: requests in `request/`, replies in `reply/`, tools and their calls in `tools/`. */
export class OpenaiResponsesAdapter extends WishAdapter<ResponsesRequest, ResponsesAsked, ResponseObject> {
  override parse = parseResponsesRequest;
  override needs = needsOf;
  override asked = toResponsesAsked;
  override toResponse = toResponse;
  protected override wish = responsesWish;

  override openStream(asked: ResponsesAsked, context: AdaptContext): ResponsesStreamEncoder {
    return new ResponsesStreamEncoder(asked, context);
  }

  /** What the request itself says: a list of items. */
  record({ said }: ResponsesRequest): unknown {
    return said;
  }

  /** @param earlier is what `Earlier` describes, from responses that were kept. */
  recall(request: ResponsesRequest, earlier: unknown): ResponsesRequest {
    return { ...request, earlier: earlier as Earlier };
  }
}
