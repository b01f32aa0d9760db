/** A reply as Anthropic's clients read it. Source: docs/protocol-notes.md, "Replies to Anthropic clients". */
export interface ReplyMessage {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly ReplyBlock[];
  readonly stop_reason: StopReason | null;
  readonly stop_sequence: string | null;
  /** Only where the answer was refused. */
  readonly stop_details?: RefusalDetails;
  readonly usage: MessageUsage;
}

export type ReplyBlock = ReplyText | ReplyThinking | ReplyToolUse | ReplySearch | ReplySearchResult;

export interface ReplyText {
  readonly type: 'text';
  readonly text: string;
  /** Absent where there are none. */
  readonly citations?: readonly ReplyCitation[];
}

/** A source of a text. */
export interface ReplyCitation {
  readonly type: 'web_search_result_location';
  readonly url: string;
  readonly title: string;
  /** The passage of the text: what the source says upstream does not tell. */
  readonly cited_text: string;
  readonly encrypted_index: string;
}

export interface ReplyThinking {
  readonly type: 'thinking';
  readonly thinking: string;
  readonly signature: string;
}

export interface ReplyToolUse {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

/** A search that upstream made. */
export interface ReplySearch {
  readonly type: 'server_tool_use';
  readonly id: string;
  readonly name: 'web_search';
  readonly input: unknown;
}

export interface ReplySearchResult {
  readonly type: 'web_search_tool_result';
  readonly tool_use_id: string;
  readonly content: readonly {
    readonly type: 'web_search_result';
    readonly url: string;
    readonly title: string;
    /** Upstream does not give the page. */
    readonly encrypted_content: string;
    readonly page_age: null;
  }[];
}

export type StopReason = 'end_turn' | 'max_tokens' | 'stop_sequence' | 'tool_use' | 'refusal';

export interface RefusalDetails {
  readonly type: 'refusal';
  readonly category: null;
  readonly explanation: string | null;
}

/** How a message ended. */
export interface MessageEnd {
  readonly stop_reason: StopReason;
  readonly stop_sequence: string | null;
  readonly stop_details?: RefusalDetails;
}

export interface MessageUsage {
  /** Without what came from a cache. */
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  /** With thinking. */
  readonly output_tokens: number;
  readonly output_tokens_details: { readonly thinking_tokens: number };
  /** Only where upstream searched. */
  readonly server_tool_use?: { readonly web_search_requests: number; readonly web_fetch_requests: number };
}

/** What a stream tells of the content. One block is open at a time, and their indexes have no gaps. */
export type BlockEvent =
  | { readonly type: 'content_block_start'; readonly index: number; readonly content_block: ReplyBlock }
  | { readonly type: 'content_block_delta'; readonly index: number; readonly delta: BlockDelta }
  | { readonly type: 'content_block_stop'; readonly index: number };

export type BlockDelta =
  | { readonly type: 'text_delta'; readonly text: string }
  | { readonly type: 'thinking_delta'; readonly thinking: string }
  /** Stands in place of the signature that was told before. */
  | { readonly type: 'signature_delta'; readonly signature: string }
  | { readonly type: 'citations_delta'; readonly citation: ReplyCitation }
  | { readonly type: 'input_json_delta'; readonly partial_json: string };
