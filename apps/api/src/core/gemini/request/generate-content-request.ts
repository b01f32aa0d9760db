import type { Content } from '../content';
import type { SafetySetting } from './safety';
import type { ThinkingConfig } from './thinking';

/** A request as upstream takes it. Source: docs/protocol-notes.md, "Requests". */
export interface GenerateContentRequest {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content;
  readonly tools?: readonly Tool[];
  readonly toolConfig?: ToolConfig;
  readonly safetySettings?: readonly SafetySetting[];
  readonly generationConfig?: GenerationConfig;
  /** `cachedContents/…`, which belongs to one key. */
  readonly cachedContent?: string;
  readonly serviceTier?: string;
}

/** The functions, or one tool that upstream runs itself. */
export interface Tool {
  readonly functionDeclarations?: readonly FunctionDeclaration[];
  readonly [builtIn: string]: unknown;
}

export interface FunctionDeclaration {
  readonly name: string;
  readonly description?: string;
  /** In upstream's own schema form. */
  readonly parameters?: unknown;
  /** In JSON Schema; never beside `parameters`. */
  readonly parametersJsonSchema?: unknown;
}

export interface ToolConfig {
  readonly functionCallingConfig?: FunctionCallingConfig;
  /** Has to be true where functions stand beside tools that upstream runs. */
  readonly includeServerSideToolInvocations?: boolean;
}

export interface FunctionCallingConfig {
  readonly mode: 'AUTO' | 'ANY' | 'NONE' | 'VALIDATED';
  /** Only with ANY and VALIDATED. */
  readonly allowedFunctionNames?: readonly string[];
}

export interface GenerationConfig {
  readonly temperature?: number;
  readonly topP?: number;
  readonly topK?: number;
  readonly candidateCount?: number;
  readonly maxOutputTokens?: number;
  readonly stopSequences?: readonly string[];
  readonly seed?: number;
  readonly presencePenalty?: number;
  readonly frequencyPenalty?: number;
  readonly responseLogprobs?: boolean;
  readonly logprobs?: number;
  readonly responseMimeType?: string;
  /** In upstream's own schema form. */
  readonly responseSchema?: unknown;
  /** In JSON Schema; never beside `responseSchema`. */
  readonly responseJsonSchema?: unknown;
  readonly responseModalities?: readonly string[];
  readonly thinkingConfig?: ThinkingConfig;
  readonly imageConfig?: ImageConfig;
  readonly speechConfig?: SpeechConfig;
}

export interface ImageConfig {
  /** `16:9` */
  readonly aspectRatio?: string;
  /** `512`, `1K`, `2K` or `4K`. */
  readonly imageSize?: string;
}

export interface SpeechConfig {
  readonly voiceConfig?: { readonly prebuiltVoiceConfig: { readonly voiceName: string } };
  readonly languageCode?: string;
}
