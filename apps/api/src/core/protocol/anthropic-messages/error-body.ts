import type { GatewayError } from '../../gateway-error';
import { isPromptTooLong, promptLengths } from '../prompt-length';

/** Anthropic's error object (docs/protocol-notes.md, "Errors of Anthropic clients"). */
export interface AnthropicErrorBody {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string };
  /** As in the header `request-id`; absent inside of a stream. */
  readonly request_id?: string;
}

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  504: 'timeout_error',
};
const OVERLOADED = 529;

export function anthropicErrorBody(error: GatewayError, requestId?: string): AnthropicErrorBody {
  const { status } = error;
  const type = TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
  return {
    type: 'error',
    error: { type, message: messageOf(error) },
    ...(requestId !== undefined && { request_id: requestId }),
  };
}

/** Anthropic's status for too much to do is one of its own. */
export function anthropicErrorStatus({ status }: GatewayError): number {
  return status === 503 ? OVERLOADED : status;
}

/** Claude Code looks for these words, and then shortens the conversation by itself. */
function messageOf({ status, message }: GatewayError): string {
  if (status !== 400 || !isPromptTooLong(message)) return message;
  const lengths = promptLengths(message);
  return `prompt is too long: ${lengths ? `${lengths.tokens} tokens > ${lengths.most} maximum` : message}`;
}
