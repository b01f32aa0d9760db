import type { JsonObject } from '../../../json-object';
import type { Block } from './blocks/block';

type Maybe<Value> = Value | null | undefined;

/**
 * A request for a message after its envelope was checked: what is named here has the type it says, and fields that are not
 * named pass unread. `null` means the same as absent. Source: docs/protocol-notes.md, "Messages of Anthropic clients".
 */
export interface MessagesRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly system?: Maybe<Content>;
  /** Always there in a request for a message, and not in one that is only counted. */
  readonly max_tokens?: Maybe<number>;
  readonly stream?: Maybe<boolean>;
  readonly temperature?: Maybe<number>;
  readonly top_p?: Maybe<number>;
  readonly top_k?: Maybe<number>;
  readonly stop_sequences?: Maybe<readonly string[]>;
  readonly tools?: Maybe<readonly JsonObject[]>;
  readonly tool_choice?: Maybe<ToolChoice>;
  readonly thinking?: Maybe<ThinkingSwitch>;
  readonly output_config?: Maybe<{
    readonly effort?: Maybe<string>;
    readonly format?: Maybe<OutputFormat>;
  }>;
  /** Superseded by `output_config.format`. */
  readonly output_format?: Maybe<OutputFormat>;
}

export interface Message {
  readonly role: 'user' | 'assistant' | 'system';
  readonly content: Content;
}

export type Content = string | readonly Block[];

export type ToolChoice =
  | ({ readonly type: 'auto' | 'any' } & Serial)
  | ({ readonly type: 'tool'; readonly name: string } & Serial)
  | { readonly type: 'none' };

interface Serial {
  readonly disable_parallel_tool_use?: Maybe<boolean>;
}

export interface ThinkingSwitch {
  /** `enabled`, `adaptive`, `disabled`, `between_tools`. */
  readonly type: string;
  /** With `enabled`. */
  readonly budget_tokens?: Maybe<number>;
  /** `omitted` for signatures without summaries. */
  readonly display?: Maybe<string>;
}

export interface OutputFormat {
  readonly type: 'json_schema';
  readonly schema: JsonObject;
}
