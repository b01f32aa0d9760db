import { ContentFilterError } from './answer-faults';
import type { GatewayError } from './gateway-error';
import { UpstreamFailureError } from './gateway/faults/upstream-faults';
import type { GenerateContentResponse } from './gemini/reply/generate-content-response';
import { toReplyEnd } from './protocol/reply/reply-end';

const LONGEST_EXPLANATION = 300;

/**
 * Why a reply holds no picture, or no speech: a filter, or a model that did something else.
 * @param noun what was asked for
 */
export function missingMediaFault(reply: GenerateContentResponse, noun: string): GatewayError {
  const { blockReason } = reply.promptFeedback ?? {};
  if (blockReason) return new ContentFilterError(blockReason);
  const { finishReason, finishMessage, content } = reply.candidates?.[0] ?? {};
  if (toReplyEnd(finishReason) === 'filter') return new ContentFilterError(finishMessage ?? finishReason!);
  const said = (content?.parts ?? []).map(({ text, thought }) => (thought ? '' : (text ?? ''))).join('');
  const explanation = (said || finishMessage || finishReason || 'it says nothing').slice(
    0,
    LONGEST_EXPLANATION,
  );
  return new UpstreamFailureError('upstream_failed', 502, `The model made no ${noun}: ${explanation}`);
}
