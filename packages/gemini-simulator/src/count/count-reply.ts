import type { Content, GenerateRequest } from '../generate/generate-request';
import { inputTokens, inputTokensByModality } from '../generate/tokens';
import { COUNT_REQUEST } from '../proto/generate-shapes';
import { readBody } from '../proto/read-body';
import { invalidArgument, jsonReply, type ApiReply } from '../wire/api-reply';

/** `:countTokens`, with `contents` or with a whole `generateContentRequest`. */
export function countReply(bytes: Buffer): ApiReply {
  const read = readBody(bytes, COUNT_REQUEST);
  if ('refusal' in read) return read.refusal;
  const { contents, generateContentRequest: whole } = read.value as {
    contents?: Content[];
    generateContentRequest?: GenerateRequest;
  };
  if (contents && whole)
    return invalidArgument('Only one of contents and generate_content_request can be set.');
  if (!contents?.length && !whole?.contents?.length)
    return invalidArgument('* CountTokensRequest.contents: contents is not specified\n');
  const counted = whole ?? { contents };
  const totalTokens = inputTokens(counted);
  return jsonReply(200, {
    totalTokens,
    promptTokensDetails: inputTokensByModality(counted),
  });
}
