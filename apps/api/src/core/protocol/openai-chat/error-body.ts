import type { GatewayError } from '../../gateway-error';

/** OpenAI's error object (docs/protocol-notes.md, "Errors of OpenAI clients"). */
export interface OpenaiErrorBody {
  error: { message: string; type: string; param: string | null; code: string };
}

export function openaiErrorBody(error: GatewayError): OpenaiErrorBody {
  return {
    error: { message: error.message, type: typeOf(error), param: error.field ?? null, code: codeOf(error) },
  };
}

function typeOf({ status, code }: GatewayError): string {
  if (status === 429) return code === 'insufficient_quota' ? 'insufficient_quota' : 'rate_limit_error';
  if (status === 403) return 'permission_error';
  return status < 500 ? 'invalid_request_error' : 'server_error';
}

function codeOf({ code }: GatewayError): string {
  return code === 'unauthenticated' ? 'invalid_api_key' : code;
}
