import type { JsonObject } from '../json-object';

/** Upstream takes no more in one call. */
const BATCH_SIZE = 100;

/** A body of `batchEmbedContents`. */
export interface EmbeddingBatch {
  readonly requests: readonly {
    readonly model: string;
    readonly content: { readonly parts: readonly [{ readonly text: string }] };
    readonly outputDimensionality?: number;
  }[];
}

/** Upstream's form of the texts, in calls as large as it takes. Each text is a request: parts of one become one vector. */
export function toBatches(
  model: string,
  texts: readonly string[],
  outputDimensionality: number | undefined,
): EmbeddingBatch[] {
  const requests = texts.map((text) => ({
    model: `models/${model}`,
    content: { parts: [{ text }] as const },
    ...(outputDimensionality !== undefined && { outputDimensionality }),
  }));
  const batches: EmbeddingBatch[] = [];
  for (let at = 0; at < requests.length; at += BATCH_SIZE)
    batches.push({ requests: requests.slice(at, at + BATCH_SIZE) });
  return batches;
}

/** The vectors of a reply to a batch; undefined where they are not as many as were asked for, or none. */
export function vectorsOf(reply: JsonObject, batch: EmbeddingBatch): readonly number[][] | undefined {
  const { embeddings } = reply;
  if (!Array.isArray(embeddings) || embeddings.length !== batch.requests.length) return undefined;
  const vectors = embeddings.map((embedding: { values?: unknown } | null) => embedding?.values);
  return vectors.every(isVector) ? vectors : undefined;
}

/** Input tokens as upstream counts them, else by their usual length. */
export function tokensOf(reply: JsonObject, batch: EmbeddingBatch): number {
  const { promptTokenCount } = (reply.usageMetadata ?? {}) as { promptTokenCount?: unknown };
  const counted = Number(promptTokenCount);
  if (Number.isInteger(counted) && counted > 0) return counted;
  return batch.requests.reduce((sum, { content }) => sum + estimatedTokens(content.parts[0].text), 0);
}

const BYTES_PER_TOKEN = 4;

function estimatedTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_PER_TOKEN);
}

function isVector(values: unknown): values is number[] {
  return Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'number');
}
