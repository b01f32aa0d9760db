import type { GatewayError } from '../../gateway-error';
import { isJsonObject } from '../../json-object';
import { isPromptTooLong } from '../prompt-length';

/** OpenAI's error object (docs/protocol-notes.md, "Errors of OpenAI clients"). */
export interface OpenaiErrorBody {
  error: { message: string; type: string; param: string | null; code: string | null };
}

/** OpenAI's code for each of the gateway's; those that are not named are the same in both. */
const CODES: Readonly<Record<string, string | null>> = {
  unauthenticated: 'invalid_api_key',
  unknown_path: 'unknown_url',
  invalid_request: null,
  rate_limited: 'rate_limit_exceeded',
  token_limited: 'rate_limit_exceeded',
  capacity_exhausted: 'rate_limit_exceeded',
  quota_exhausted: 'insufficient_quota',
  no_usable_key: 'no_upstream_key',
  overloaded: 'server_is_overloaded',
  gateway_busy: 'server_is_overloaded',
  deadline_exceeded: 'timeout',
  upstream_failed: 'upstream_error',
  upstream_unreachable: 'upstream_error',
  empty_reply: 'upstream_error',
  truncated: 'upstream_error',
};

export function openaiErrorBody(error: GatewayError): OpenaiErrorBody {
  const code = codeOf(error);
  return {
    error: { message: error.message, type: typeOf(error, code), param: paramOf(error), code },
  };
}

/** Failures of upstream are those of a bad gateway, save for the two that OpenAI's API has too. */
export function openaiErrorStatus({ status, upstream }: GatewayError): number {
  return upstream === undefined || status < 500 || status === 503 || status === 504 ? status : 502;
}

/** The field as the gateway or upstream names it. */
function paramOf({ field, upstream }: GatewayError): string | null {
  if (field !== undefined) return field;
  const violations = (upstream?.details ?? []).flatMap(({ fieldViolations }) => fieldViolations ?? []);
  const named = violations.filter(isJsonObject).map((violation) => violation.field);
  return named.find((name): name is string => typeof name === 'string' && name !== '') ?? null;
}

function codeOf({ code, status, message }: GatewayError): string | null {
  if (status === 400 && isPromptTooLong(message)) return 'context_length_exceeded';
  if (status === 504) return 'timeout';
  return Object.hasOwn(CODES, code) ? CODES[code]! : code;
}

function typeOf({ status }: GatewayError, code: string | null): string {
  if (status === 429) return code === 'insufficient_quota' ? 'insufficient_quota' : 'rate_limit_error';
  if (status === 403) return 'permission_error';
  return status < 500 ? 'invalid_request_error' : 'server_error';
}
