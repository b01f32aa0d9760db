import { InvalidRequestError } from '../gateway-error';
import type { JsonObject } from '../json-object';
import { filledTextAt, wrong } from '../protocol/envelope/field-checks';
import { checkNumbers } from '../protocol/envelope/number-checks';

/** A text, or the tokens of one in OpenAI's encoding `cl100k_base`. */
export type EmbeddingInput = string | readonly number[];

export type EmbeddingEncoding = 'float' | 'base64';

/** What a client of OpenAI's `/embeddings` wants. Source: docs/protocol-notes.md, "Embeddings". */
export interface EmbeddingRequest {
  /** As the client wrote it. */
  readonly model: string;
  /** At least one; the answer has as many vectors, in this order. */
  readonly inputs: readonly EmbeddingInput[];
  readonly dimensions: number | undefined;
  readonly encoding: EmbeddingEncoding;
}

/** As many as OpenAI takes. */
const MOST_INPUTS = 2048;

/** @throws InvalidRequestError naming the field */
export function parseEmbeddingRequest(body: JsonObject): EmbeddingRequest {
  const model = filledTextAt(body, 'model', '');
  checkNumbers(body, [{ name: 'dimensions', min: 1, max: Infinity, isWhole: true }]);
  return {
    model,
    inputs: inputsOf(body.input),
    dimensions: (body.dimensions as number | null | undefined) ?? undefined,
    encoding: encodingOf(body.encoding_format ?? 'float'),
  };
}

function inputsOf(input: unknown): readonly EmbeddingInput[] {
  if (isFilledText(input) || isTokens(input)) return [input];
  if (input === '') throw wrong('input', 'a text that is not empty');
  if (!Array.isArray(input) || input.length === 0)
    throw wrong('input', 'a text, a list of texts, a list of tokens or a list of those');
  if (input.length > MOST_INPUTS) throw wrong('input', `a list of at most ${MOST_INPUTS}`);
  const isTokenLists = Array.isArray(input[0]);
  return input.map((item: unknown, index) => {
    if (isTokenLists ? isTokens(item) : isFilledText(item)) return item;
    const expected = isTokenLists ? 'a list of tokens' : 'a text that is not empty';
    throw new InvalidRequestError(`input[${index}] has to be ${expected}.`, { field: 'input' });
  }) as EmbeddingInput[];
}

function encodingOf(format: unknown): EmbeddingEncoding {
  if (format === 'float' || format === 'base64') return format;
  throw wrong('encoding_format', 'float or base64');
}

function isFilledText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isTokens(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((token) => Number.isInteger(token) && token >= 0)
  );
}
