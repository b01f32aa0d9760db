import type { ResponsesBody } from './responses-request';

/** Whether reasoning is to be given with `encrypted_content`, for a client that brings it back. */
export function wantsSealedReasoning({ include }: Pick<ResponsesBody, 'include'>): boolean {
  return include?.includes('reasoning.encrypted_content') ?? false;
}

export function wantsLogprobs({ include, top_logprobs: top }: ResponsesBody): boolean {
  return (top ?? 0) > 0 || (include?.includes('message.output_text.logprobs') ?? false);
}
