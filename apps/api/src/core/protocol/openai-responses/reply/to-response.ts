import type { GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { AdaptContext, Answer } from '../../protocol-adapter';
import { SingleReply } from '../../reply/single-reply';
import { toTokenLogprobs } from '../../reply/token-logprobs';
import { ResponseDraft } from './response-draft';
import { ResponseEvents } from './response-events';
import type { ResponseObject } from './response-object';
import { ResponseOutput } from './response-output';
import type { ResponsesAsked } from './responses-asked';
import { endOutput } from './responses-stream-encoder';

/** The response that is made of a whole reply: what a stream of it would have ended with. */
export function toResponse(
  [reply = {}]: readonly GenerateContentResponse[],
  asked: ResponsesAsked,
  context: AdaptContext,
): Answer<ResponseObject> {
  const draft = new ResponseDraft(asked, context);
  const single = new SingleReply(asked, context);
  const output = new ResponseOutput(asked, draft.id, new ResponseEvents());
  output.take(single.read(reply), toTokenLogprobs(reply.candidates?.[0]?.logprobsResult));
  endOutput(output, single);
  return { body: draft.ended(output.items, single), signatures: single.signatures };
}
