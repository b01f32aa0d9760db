import type { JsonObject } from '../../../../json-object';

type Maybe<Value> = Value | null | undefined;

/** A block of content. Those of other types pass unread: what Anthropic's own tools gave, and what is yet to come. */
export type Block = KnownBlock | JsonObject;

export type KnownBlock =
  | TextBlock
  | ImageBlock
  | DocumentBlock
  | SearchResultBlock
  | ThinkingBlock
  | RedactedThinkingBlock
  | ToolUseBlock
  | ToolResultBlock
  | ToolReferenceBlock;

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
}

export interface ImageBlock {
  readonly type: 'image';
  readonly source: Base64Source | UrlSource | FileSource;
}

export interface DocumentBlock {
  readonly type: 'document';
  readonly source: Base64Source | UrlSource | FileSource | TextSource | ContentSource;
  readonly title?: Maybe<string>;
  readonly context?: Maybe<string>;
}

export interface SearchResultBlock {
  readonly type: 'search_result';
  readonly source: string;
  readonly title: string;
  readonly content: readonly Block[];
}

export interface ThinkingBlock {
  readonly type: 'thinking';
  readonly signature?: unknown;
}

export interface RedactedThinkingBlock {
  readonly type: 'redacted_thinking';
  readonly data?: unknown;
}

export interface ToolUseBlock {
  readonly type: 'tool_use';
  readonly id: string;
  readonly name: string;
  readonly input?: unknown;
}

export interface ToolResultBlock {
  readonly type: 'tool_result';
  readonly tool_use_id: string;
  readonly content?: Maybe<string | readonly Block[]>;
  readonly is_error?: Maybe<boolean>;
}

/** Inside of a result: a tool that a search among the tools has found. */
export interface ToolReferenceBlock {
  readonly type: 'tool_reference';
  readonly tool_name: string;
}

export interface Base64Source {
  readonly type: 'base64';
  readonly media_type: string;
  readonly data: string;
}

export interface UrlSource {
  readonly type: 'url';
  readonly url: string;
}

export interface FileSource {
  readonly type: 'file';
  readonly file_id: string;
}

export interface TextSource {
  readonly type: 'text';
  readonly data: string;
}

export interface ContentSource {
  readonly type: 'content';
  readonly content: string | readonly Block[];
}
