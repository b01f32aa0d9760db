import type { JsonObject } from '../../../json-object';
import type { ReplyUsage } from '../../reply/reply-usage';
import type { TokenLogprobs } from '../../reply/token-logprobs';

/** A response as OpenAI's clients read it, beside the fields that it repeats of its request. Source: docs/protocol-notes.md, "Responses". */
export interface ResponseObject extends JsonObject {
  readonly id: string;
  readonly object: 'response';
  /** Seconds since the Unix epoch. */
  readonly created_at: number;
  readonly status: ResponseStatus;
  readonly model: string;
  readonly output: readonly OutputItem[];
  readonly error: ResponseFault | null;
  readonly incomplete_details: { readonly reason: IncompleteReason } | null;
  readonly usage: ResponseUsage | null;
}

export type ResponseStatus = 'in_progress' | 'completed' | 'incomplete' | 'failed';
export type IncompleteReason = 'max_output_tokens' | 'content_filter';

export interface ResponseFault {
  readonly code: string;
  readonly message: string;
}

/** What a response is made of: a message, a call, reasoning, …. */
export interface OutputItem extends JsonObject {
  readonly type: string;
  readonly id: string;
}

export type ContentOfMessage =
  | {
      readonly type: 'output_text';
      readonly text: string;
      readonly annotations: readonly UrlCitation[];
      readonly logprobs: readonly TokenLogprobs[];
    }
  | { readonly type: 'refusal'; readonly refusal: string };

export interface UrlCitation {
  readonly type: 'url_citation';
  readonly url: string;
  readonly title: string;
  readonly start_index: number;
  readonly end_index: number;
}

export interface ResponseUsage {
  readonly input_tokens: number;
  readonly input_tokens_details: { readonly cached_tokens: number; readonly cache_write_tokens: number };
  readonly output_tokens: number;
  readonly output_tokens_details: { readonly reasoning_tokens: number };
  readonly total_tokens: number;
}

/** Whole numbers, never null: some clients refuse a response without them. */
export function toResponseUsage(usage: ReplyUsage): ResponseUsage {
  const { inputTokens, cachedTokens, thinkingTokens } = usage;
  const outputTokens = usage.outputTokens + thinkingTokens;
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: cachedTokens, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: thinkingTokens },
    total_tokens: inputTokens + outputTokens,
  };
}
