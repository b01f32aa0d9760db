/** One `GenerateContentResponse`, or a part of one. */
export type Chunk = Record<string, unknown>;
