import type { GatewayError } from '../gateway-error';
import { anthropicErrorBody, anthropicErrorStatus } from './anthropic-messages/error-body';
import { geminiErrorBody } from './gemini/error-body';
import { openaiErrorBody } from './openai-chat/error-body';
import type { Protocol } from './protocol';

const RENDERERS: Record<Protocol, (error: GatewayError, requestId: string) => unknown> = {
  gemini: geminiErrorBody,
  'openai-chat': openaiErrorBody,
  'anthropic-messages': anthropicErrorBody,
};

/** The body of an error in the shape that a client of this protocol expects. */
export function toErrorBody(protocol: Protocol, error: GatewayError, requestId: string): unknown {
  return RENDERERS[protocol](error, requestId);
}

/** Its HTTP status. */
export function toErrorStatus(protocol: Protocol, error: GatewayError): number {
  return protocol === 'anthropic-messages' ? anthropicErrorStatus(error) : error.status;
}
