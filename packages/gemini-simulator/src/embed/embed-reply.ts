import type { Content } from '../generate/generate-request';
import { tokensOfContents } from '../generate/tokens';
import type { SimulatedModel } from '../models/model';
import { BATCH_EMBED_REQUEST, EMBED_REQUEST } from '../proto/embed-shapes';
import { readBody } from '../proto/read-body';
import { seededRandom } from '../seed/seeded-random';
import { invalidArgument, jsonReply, type ApiReply } from '../wire/api-reply';

const FULL_SIZE = 3072;
const MAX_BATCH = 100;

export interface EmbedRequest {
  readonly content?: Content;
  readonly outputDimensionality?: number;
  readonly embedContentConfig?: { readonly outputDimensionality?: number };
}

/** The requests of a body (one, unless it is a batch), or upstream's refusal. */
export type EmbedRead = { readonly requests: readonly EmbedRequest[] } | { readonly refusal: ApiReply };

export function readEmbed(bytes: Buffer, isBatch: boolean): EmbedRead {
  const read = readBody(bytes, isBatch ? BATCH_EMBED_REQUEST : EMBED_REQUEST);
  if ('refusal' in read) return read;
  const requests = isBatch
    ? ((read.value as { requests?: EmbedRequest[] }).requests ?? [])
    : [read.value as EmbedRequest];
  const wrong =
    wrongSize(requests) ??
    requests.map((request, n) => wrongEmbed(request, isBatch, n)).find((found) => found);
  return wrong === undefined ? { requests } : { refusal: invalidArgument(wrong) };
}

/** `{embedding:{values}}`, or `{embeddings:[{values}]}` in the order of the requests. */
export function embedReply(
  requests: readonly EmbedRequest[],
  isBatch: boolean,
  model: SimulatedModel,
  seed: number,
): ApiReply {
  const embeddings = requests.map((request) => embedding(request, model, seed));
  const usageMetadata = { promptTokenCount: embedTokens(requests) };
  return jsonReply(200, { ...(isBatch ? { embeddings } : { embedding: embeddings[0] }), usageMetadata });
}

/** Input tokens of all requests. */
export function embedTokens(requests: readonly EmbedRequest[]): number {
  return requests.reduce((sum, { content }) => sum + (content ? tokensOfContents([content]) : 0), 0);
}

function wrongSize(requests: readonly EmbedRequest[]): string | undefined {
  if (requests.length === 0) return '* BatchEmbedContentsRequest.requests: requests is not specified\n';
  return requests.length > MAX_BATCH
    ? `* BatchEmbedContentsRequest.requests: at most ${MAX_BATCH} requests can be in one batch\n`
    : undefined;
}

function wrongEmbed(request: EmbedRequest, isBatch: boolean, n: number): string | undefined {
  const path = isBatch ? `BatchEmbedContentsRequest.requests[${n}]` : 'EmbedContentRequest';
  const parts = request.content?.parts ?? [];
  if (parts.every((part) => part.text === '')) return `* ${path}.content: content is empty\n`;
  const size = sizeOf(request);
  return size < 1 || size > FULL_SIZE
    ? `* ${path}.output_dimensionality: must be between 1 and ${FULL_SIZE}\n`
    : undefined;
}

function sizeOf(request: EmbedRequest): number {
  return request.embedContentConfig?.outputDimensionality ?? request.outputDimensionality ?? FULL_SIZE;
}

// A shortened vector of embedding-001 is not normalised; embedding-2 normalises every size.
function embedding(request: EmbedRequest, model: SimulatedModel, seed: number): { values: number[] } {
  const random = seededRandom(seed, model.id, JSON.stringify(request.content));
  const full = Array.from({ length: FULL_SIZE }, () => random() * 2 - 1);
  const values = full.slice(0, sizeOf(request));
  const length = Math.hypot(...(model.generation === 1 ? full : values));
  return { values: values.map((value) => Number((value / length).toFixed(9))) };
}
