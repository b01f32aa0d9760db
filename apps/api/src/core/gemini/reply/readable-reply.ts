import { isJsonObject } from '../../json-object';
import type { GenerateContentResponse } from './generate-content-response';

/** Whether what is read of a reply has its types, in parsed JSON of any shape. Missing fields and nulls are no fault. */
export function isReadableReply(value: unknown): value is GenerateContentResponse {
  return isJsonObject(value) && isListOf(value.candidates, isCandidate);
}

function isCandidate(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { content, index, logprobsResult } = value;
  return isIndex(index) && isAbsentOr(content, isContent) && isAbsentOr(logprobsResult, isLogprobs);
}

function isIndex(index: unknown): boolean {
  return index == null || (Number.isInteger(index) && (index as number) >= 0);
}

function isContent(value: unknown): boolean {
  return isJsonObject(value) && isListOf(value.parts, isPart);
}

function isPart(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  const { text, thoughtSignature, functionCall } = value;
  return isTextOrAbsent(text) && isTextOrAbsent(thoughtSignature) && isAbsentOr(functionCall, isCall);
}

function isCall(value: unknown): boolean {
  return isJsonObject(value) && isTextOrAbsent(value.name) && isAbsentOr(value.args, isJsonObject);
}

function isLogprobs(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    isListOf(value.chosenCandidates, isJsonObject) &&
    isListOf(
      value.topCandidates,
      (position) => isJsonObject(position) && isListOf(position.candidates, isJsonObject),
    )
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value == null || typeof value === 'string';
}

function isAbsentOr(value: unknown, isGood: (value: unknown) => boolean): boolean {
  return value == null || isGood(value);
}

function isListOf(value: unknown, isGood: (entry: unknown) => boolean): boolean {
  return value == null || (Array.isArray(value) && value.every(isGood));
}
