import type { SpeechConfig } from './checks/check-speech';

/** The parts of a generateContent body that the simulator looks at, names in camelCase. */
export interface GenerateRequest {
  readonly contents?: readonly Content[];
  readonly systemInstruction?: Content;
  readonly tools?: readonly Tool[];
  readonly toolConfig?: {
    readonly functionCallingConfig?: {
      readonly mode?: string;
      readonly allowedFunctionNames?: readonly string[];
    };
    readonly includeServerSideToolInvocations?: boolean;
  };
  readonly generationConfig?: GenerationConfig;
  readonly cachedContent?: string;
  readonly serviceTier?: string;
  readonly continuationToken?: string;
}

export interface Content {
  readonly role?: string;
  readonly parts?: readonly Part[];
}

export interface Part {
  readonly text?: string;
  readonly inlineData?: Blob;
  readonly fileData?: { readonly fileUri?: string; readonly mimeType?: string };
  readonly functionCall?: FunctionCall;
  readonly functionResponse?: FunctionResponse;
  readonly executableCode?: { readonly language?: string; readonly code?: string };
  readonly codeExecutionResult?: { readonly outcome?: string; readonly output?: string };
  readonly toolCall?: unknown;
  readonly toolResponse?: unknown;
  readonly thought?: boolean;
  readonly thoughtSignature?: string;
}

/** Data in base64, either alphabet. */
export interface Blob {
  readonly mimeType?: string;
  readonly data?: string;
}

export interface FunctionResponse {
  readonly id?: string;
  readonly name?: string;
  readonly response?: unknown;
  readonly parts?: readonly { readonly inlineData?: Blob }[];
}

export interface FunctionCall {
  readonly id?: string;
  readonly name?: string;
  readonly args?: Readonly<Record<string, unknown>>;
}

export interface Tool {
  readonly functionDeclarations?: readonly FunctionDeclaration[];
  readonly googleSearch?: unknown;
  readonly [builtIn: string]: unknown;
}

export interface FunctionDeclaration {
  readonly name?: string;
  readonly parameters?: JsonSchema;
  readonly parametersJsonSchema?: JsonSchema;
}

/** Either schema form, as its author wrote it; types in upper or lower case. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly nullable?: boolean;
  readonly format?: string;
  readonly oneOf?: readonly JsonSchema[];
  readonly prefixItems?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

export interface GenerationConfig {
  readonly temperature?: number;
  readonly topP?: number;
  readonly candidateCount?: number;
  readonly maxOutputTokens?: number;
  readonly stopSequences?: readonly string[];
  readonly presencePenalty?: number;
  readonly frequencyPenalty?: number;
  readonly responseLogprobs?: boolean;
  readonly logprobs?: number;
  readonly responseMimeType?: string;
  readonly responseSchema?: JsonSchema;
  readonly responseJsonSchema?: JsonSchema;
  readonly responseModalities?: readonly string[];
  readonly imageConfig?: { readonly aspectRatio?: string; readonly imageSize?: string };
  readonly thinkingConfig?: ThinkingConfig;
  readonly speechConfig?: SpeechConfig;
}

export interface ThinkingConfig {
  readonly includeThoughts?: boolean;
  readonly thinkingBudget?: number;
  readonly thinkingLevel?: string;
}

/** The data that a part holds, also inside a function's result. */
export function inlineDataOf(part: Part): readonly Blob[] {
  const blobs = [part, ...(part.functionResponse?.parts ?? [])].map(({ inlineData }) => inlineData);
  return blobs.filter((blob) => blob !== undefined);
}

/** Every function that the request declares. */
export function declaredFunctions(request: GenerateRequest): readonly FunctionDeclaration[] {
  return (request.tools ?? []).flatMap((tool) => tool.functionDeclarations ?? []);
}
