import { createRequire } from 'node:module';
import type * as Cl100kBase from 'gpt-tokenizer/encoding/cl100k_base';
import { InvalidRequestError } from '../gateway-error';
import type { EmbeddingInput } from './embedding-request';

type Tokenizer = typeof Cl100kBase;

/**
 * The texts of the inputs: tokens are decoded as those of `cl100k_base`, which clients that count tokens send for every
 * model they do not know. @throws InvalidRequestError for what is no token
 */
export function textsOf(inputs: readonly EmbeddingInput[]): readonly string[] {
  if (inputs.every((input) => typeof input === 'string')) return inputs;
  const { decode } = tokenizer();
  return inputs.map((input, index) => {
    if (typeof input === 'string') return input;
    try {
      return decode(input);
    } catch {
      throw new InvalidRequestError(
        `input[${index}] holds a number that is no token of cl100k_base. Send texts instead ` +
          '(LangChain: check_embedding_ctx_length=False).',
        { field: 'input' },
      );
    }
  });
}

/** Loaded when first wanted: its tables take tens of megabytes, and most gateways never see a token. */
function tokenizer(): Tokenizer {
  return createRequire(__filename)('gpt-tokenizer/encoding/cl100k_base') as Tokenizer;
}
