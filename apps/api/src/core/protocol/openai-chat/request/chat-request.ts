import type { JsonObject } from '../../../json-object';
import type { ChatMessage } from './chat-message';

type Maybe<Value> = Value | null | undefined;

/**
 * A chat completion request after its envelope was checked: what is named here has the type it says, and fields that are
 * not named pass unread. `null` means the same as absent. Source: docs/protocol-notes.md, "Chat requests".
 */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream?: Maybe<boolean>;
  readonly stream_options?: Maybe<{ readonly include_usage?: Maybe<boolean> }>;
  readonly max_completion_tokens?: Maybe<number>;
  readonly max_tokens?: Maybe<number>;
  readonly temperature?: Maybe<number>;
  readonly top_p?: Maybe<number>;
  readonly top_k?: Maybe<number>;
  readonly n?: Maybe<number>;
  readonly stop?: Maybe<string | readonly string[]>;
  readonly seed?: Maybe<number>;
  readonly presence_penalty?: Maybe<number>;
  readonly frequency_penalty?: Maybe<number>;
  readonly logprobs?: Maybe<boolean>;
  readonly top_logprobs?: Maybe<number>;
  readonly response_format?: Maybe<ResponseFormat>;
  readonly tools?: Maybe<readonly ChatTool[]>;
  readonly tool_choice?: Maybe<ToolChoice>;
  readonly parallel_tool_calls?: Maybe<boolean>;
  /** Superseded by `tools`, and still sent. */
  readonly functions?: Maybe<readonly FunctionDefinition[]>;
  readonly function_call?: Maybe<'none' | 'auto' | { readonly name: string }>;
  readonly reasoning_effort?: Maybe<string>;
  readonly modalities?: Maybe<readonly string[]>;
  readonly web_search_options?: Maybe<JsonObject>;
  readonly service_tier?: Maybe<string>;
  /** Google's own additions, as its compatible endpoint takes them: nested, or flat as Python's SDK sends them. */
  readonly extra_body?: unknown;
  readonly google?: unknown;
}

export type ResponseFormat =
  | { readonly type: 'text' }
  | { readonly type: 'json_object' }
  | {
      readonly type: 'json_schema';
      readonly json_schema: { readonly schema?: Maybe<JsonObject>; readonly description?: unknown };
    };

export interface FunctionDefinition {
  readonly name: string;
  readonly description?: unknown;
  readonly parameters?: Maybe<JsonObject>;
}

export interface CustomToolDefinition {
  readonly name: string;
  readonly description?: unknown;
  /** `{type: 'text'}`, or a grammar that the input has to follow. */
  readonly format?: unknown;
}

export interface FunctionTool {
  readonly type: 'function';
  readonly function: FunctionDefinition;
}

export interface CustomTool {
  readonly type: 'custom';
  readonly custom: CustomToolDefinition;
}

/** Anything else is a tool that the other side runs itself, such as `{type: 'web_search'}`. */
export type ChatTool = FunctionTool | CustomTool | JsonObject;

export type ToolChoice =
  | 'none'
  | 'auto'
  | 'required'
  | { readonly type: 'function'; readonly function: { readonly name: string } }
  | { readonly type: 'custom'; readonly custom: { readonly name: string } }
  | {
      readonly type: 'allowed_tools';
      readonly allowed_tools: { readonly mode: 'auto' | 'required'; readonly tools: readonly JsonObject[] };
    };
