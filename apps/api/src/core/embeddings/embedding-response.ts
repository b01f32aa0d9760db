import type { EmbeddingEncoding } from './embedding-request';
import { toBase64 } from './embedding-vector';

/** OpenAI's answer to a request for embeddings. */
export interface EmbeddingResponse {
  readonly object: 'list';
  readonly data: readonly {
    readonly object: 'embedding';
    /** From 0, in the order of the inputs. */
    readonly index: number;
    readonly embedding: readonly number[] | string;
  }[];
  readonly model: string;
  readonly usage: { readonly prompt_tokens: number; readonly total_tokens: number };
}

export function toEmbeddingResponse(
  model: string,
  vectors: readonly (readonly number[])[],
  encoding: EmbeddingEncoding,
  tokens: number,
): EmbeddingResponse {
  return {
    object: 'list',
    data: vectors.map((values, index) => ({
      object: 'embedding',
      index,
      embedding: encoding === 'base64' ? toBase64(values) : values,
    })),
    model,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}
