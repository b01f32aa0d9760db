// The few fields that the facts speak of; all optional, because whether they are there is the question.

export interface GenerateReply {
  readonly candidates?: readonly { readonly finishReason?: string; readonly content?: unknown }[];
  readonly usageMetadata?: {
    readonly promptTokenCount?: number;
    readonly candidatesTokenCount?: number;
    readonly thoughtsTokenCount?: number;
    readonly toolUsePromptTokenCount?: number;
    readonly totalTokenCount?: number;
  };
}

export interface ErrorReply {
  readonly error?: {
    readonly code?: number;
    readonly message?: string;
    readonly status?: string;
    readonly details?: readonly { readonly reason?: string }[];
  };
}

export interface ModelsReply {
  readonly models?: readonly {
    readonly name?: string;
    readonly supportedGenerationMethods?: readonly string[];
  }[];
}

export interface CountReply {
  readonly totalTokens?: number;
}
