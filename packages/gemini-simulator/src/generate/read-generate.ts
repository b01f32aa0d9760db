import { checksSignatures, type SimulatedModel } from '../models/model';
import { GENERATE_REQUEST } from '../proto/generate-shapes';
import { readBody } from '../proto/read-body';
import { invalidArgument, type ApiReply } from '../wire/api-reply';
import { wrongConfig } from './checks/check-config';
import { wrongContents } from './checks/check-contents';
import { refusedMedia } from './checks/check-media';
import { refusedResource } from './checks/check-resources';
import { wrongTools } from './checks/check-tools';
import type { GenerateRequest } from './generate-request';
import { refusedSignature } from './signatures';
import { inputTokens } from './tokens';

/** The request, or upstream's refusal of it. */
export type GenerateRead = { readonly request: GenerateRequest } | { readonly refusal: ApiReply };

/** Reads and checks a body as the model would. `holds` tells what the key's project keeps. */
export function readGenerate(
  bytes: Buffer,
  model: SimulatedModel,
  seed: number,
  holds: (name: string) => boolean = () => false,
): GenerateRead {
  const read = readBody(bytes, GENERATE_REQUEST);
  if ('refusal' in read) return read;
  const request = read.value as GenerateRequest;
  const wrong =
    wrongContents(request) ??
    wrongInstruction(request, model) ??
    wrongTools(request, model) ??
    wrongConfig(request, model) ??
    tooLong(request, model);
  if (wrong !== undefined) return { refusal: invalidArgument(wrong) };
  const refusal =
    refusedResource(request, holds) ??
    refusedMedia(request) ??
    (checksSignatures(model) ? refusedSignature(seed, request.contents ?? []) : undefined);
  return refusal ? { refusal } : { request };
}

function wrongInstruction(request: GenerateRequest, model: SimulatedModel): string | undefined {
  const takesOne = model.kind !== 'speech' && model.generation > 0;
  return !request.systemInstruction || takesOne
    ? undefined
    : `Developer instruction is not enabled for models/${model.id}`;
}

function tooLong(request: GenerateRequest, model: SimulatedModel): string | undefined {
  const tokens = inputTokens(request);
  if (tokens <= model.inputTokenLimit) return undefined;
  return `The input token count (${tokens}) exceeds the maximum number of tokens allowed (${model.inputTokenLimit}).`;
}
