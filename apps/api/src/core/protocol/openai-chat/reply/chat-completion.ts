import type { TokenLogprobs } from '../../reply/token-logprobs';

/** A reply as OpenAI's clients read it. Source: docs/protocol-notes.md, "Chat replies". */
export interface ChatCompletion {
  readonly id: string;
  readonly object: 'chat.completion';
  /** Seconds since the Unix epoch. */
  readonly created: number;
  readonly model: string;
  readonly choices: readonly ChatChoice[];
  readonly usage: CompletionUsage;
}

export interface ChatChoice {
  readonly index: number;
  readonly message: ReplyMessage;
  readonly logprobs: ChoiceLogprobs | null;
  readonly finish_reason: ChatFinishReason;
}

export type ChatFinishReason = 'stop' | 'length' | 'tool_calls' | 'function_call' | 'content_filter';

export interface ReplyMessage {
  role: 'assistant';
  content: string | null;
  refusal: string | null;
  reasoning_content?: string;
  tool_calls?: ReplyToolCall[];
  function_call?: CalledFunction;
  images?: ReplyImage[];
  annotations?: readonly UrlCitation[];
  extra_content?: ExtraContent;
}

/** What a chunk of a stream adds to the message. */
export interface MessageDelta {
  content?: string;
  refusal?: string;
  reasoning_content?: string;
  tool_calls?: [ToolCallDelta];
  function_call?: CalledFunction;
  images?: ReplyImage[];
  annotations?: readonly UrlCitation[];
  extra_content?: ExtraContent;
}

/** A source of a passage, whose place is counted in characters of `content`. */
export interface UrlCitation {
  readonly type: 'url_citation';
  readonly url_citation: {
    readonly url: string;
    readonly title: string;
    readonly start_index: number;
    readonly end_index: number;
  };
}

export type ReplyToolCall = ReplyFunctionCall | ReplyCustomCall;

export interface ReplyFunctionCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: CalledFunction;
  readonly extra_content?: ExtraContent;
}

export interface ReplyCustomCall {
  readonly id: string;
  readonly type: 'custom';
  readonly custom: { readonly name: string; readonly input: string };
  readonly extra_content?: ExtraContent;
}

/** A whole call, in one chunk: clients put calls together by their index. */
export type ToolCallDelta = { readonly index: number } & ReplyToolCall;

export interface CalledFunction {
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** A picture in the place where several gateways put it; OpenAI's own replies have none. */
export interface ReplyImage {
  readonly type: 'image_url';
  readonly index: number;
  readonly image_url: { readonly url: string };
}

/** Where Google's compatible endpoint puts a signature, and looks for it in the next turn. */
export interface ExtraContent {
  readonly google: { readonly thought_signature: string };
}

export interface ChoiceLogprobs {
  readonly content: readonly TokenLogprobs[];
  readonly refusal: null;
}

export interface CompletionUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details: { readonly cached_tokens: number; readonly audio_tokens: number };
  readonly completion_tokens_details: {
    readonly reasoning_tokens: number;
    readonly audio_tokens: number;
    readonly accepted_prediction_tokens: number;
    readonly rejected_prediction_tokens: number;
  };
}
