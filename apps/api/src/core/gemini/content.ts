/** One turn of a conversation. Source: docs/protocol-notes.md, "Requests". */
export interface Content {
  readonly role?: string;
  readonly parts?: readonly Part[];
}

/** A piece of a turn: one of the data fields, and fields beside it. Fields that are not named here pass. */
export interface Part {
  readonly text?: string;
  /** The text is a summary of what the model thought, not its answer. */
  readonly thought?: boolean;
  /** Base64. Comes back unchanged on the same part, or upstream refuses the next turn. */
  readonly thoughtSignature?: string;
  readonly inlineData?: { readonly mimeType?: string; readonly data?: string; readonly displayName?: string };
  readonly fileData?: { readonly mimeType?: string; readonly fileUri?: string };
  readonly functionCall?: FunctionCall;
  readonly functionResponse?: FunctionResponse;
  readonly executableCode?: { readonly language?: string; readonly code?: string };
  readonly codeExecutionResult?: { readonly outcome?: string; readonly output?: string };
  readonly videoMetadata?: Readonly<Record<string, unknown>>;
  readonly mediaResolution?: { readonly level: string };
  /** How a text is to be spoken, for speech models from 3.8 on. */
  readonly speechMetadata?: { readonly speaker?: string; readonly style?: string };
}

export interface FunctionCall {
  /** Given by Gemini 3 and later. */
  readonly id?: string;
  readonly name?: string;
  /** Absent for a call without arguments. */
  readonly args?: Readonly<Record<string, unknown>>;
}

export interface FunctionResponse {
  readonly id?: string;
  readonly name?: string;
  readonly response?: Readonly<Record<string, unknown>>;
  /** Pictures and files that the function gave. */
  readonly parts?: readonly Part[];
}
