type Maybe<Value> = Value | null | undefined;

/** A message after its shape was checked. Source: docs/protocol-notes.md, "Chat requests". */
export type ChatMessage = InstructionMessage | UserMessage | AssistantMessage | ToolMessage | FunctionMessage;

export interface InstructionMessage {
  readonly role: 'system' | 'developer';
  readonly content: MessageContent;
}

export interface UserMessage {
  readonly role: 'user';
  readonly content: MessageContent;
}

export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content?: Maybe<MessageContent>;
  readonly refusal?: Maybe<string>;
  readonly tool_calls?: Maybe<readonly ChatToolCall[]>;
  /** Superseded by `tool_calls`. */
  readonly function_call?: Maybe<FunctionCallText>;
  /** Pictures that the model gave, in the form they were sent to the client. */
  readonly images?: unknown;
  /** `google.thought_signature` of the text. */
  readonly extra_content?: unknown;
}

export interface ToolMessage {
  readonly role: 'tool';
  readonly tool_call_id: string;
  readonly content?: Maybe<MessageContent>;
}

/** Superseded by `tool`; names the function instead of the call. */
export interface FunctionMessage {
  readonly role: 'function';
  readonly name: string;
  readonly content?: Maybe<MessageContent>;
}

export type MessageContent = string | readonly ContentPart[];

export type ContentPart =
  /** The latter two are the words of OpenAI's responses, which some clients use here as well. */
  | { readonly type: 'text' | 'input_text' | 'output_text'; readonly text: string }
  | { readonly type: 'refusal'; readonly refusal: string }
  | { readonly type: 'image_url'; readonly image_url: string | MediaAddress }
  | { readonly type: 'video_url'; readonly video_url: string | MediaAddress }
  | { readonly type: 'input_audio'; readonly input_audio: InlineMedia }
  | { readonly type: 'input_video'; readonly input_video: InlineMedia }
  | { readonly type: 'file'; readonly file: FileContent }
  /** What an assistant thought, in the forms of several libraries: never sent on. */
  | { readonly type: 'reasoning' | 'thinking' | 'redacted_thinking' };

export interface MediaAddress {
  readonly url: string;
  readonly detail?: unknown;
}

export interface InlineMedia {
  /** Base64. */
  readonly data: string;
  /** `wav`, `mp3`, `mp4`, …. */
  readonly format: string;
}

export interface FileContent {
  /** A data URI, a web address, or base64 with a `filename` that tells the type. */
  readonly file_data?: Maybe<string>;
  readonly file_id?: Maybe<string>;
  readonly filename?: Maybe<string>;
}

export type ChatToolCall =
  | {
      readonly id?: Maybe<string>;
      readonly type?: 'function';
      readonly function: FunctionCallText;
      readonly extra_content?: unknown;
    }
  | {
      readonly id?: Maybe<string>;
      readonly type: 'custom';
      readonly custom: { readonly name: string; readonly input: string };
      readonly extra_content?: unknown;
    };

export interface FunctionCallText {
  readonly name: string;
  /** JSON text; some clients send the object itself. */
  readonly arguments?: unknown;
}
