import type { Content } from './content';

/** A request as upstream takes it. Source: docs/protocol-notes.md, "Requests". */
export interface GenerateContentRequest {
  readonly contents: readonly Content[];
  readonly systemInstruction?: Content;
  readonly tools?: readonly Readonly<Record<string, unknown>>[];
  readonly toolConfig?: Readonly<Record<string, unknown>>;
  readonly safetySettings?: readonly { readonly category: string; readonly threshold: string }[];
  readonly generationConfig?: Readonly<Record<string, unknown>>;
}
