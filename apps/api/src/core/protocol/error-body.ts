import type { GatewayError } from '../gateway-error';
import { anthropicErrorBody, anthropicErrorStatus } from './anthropic-messages/error-body';
import { geminiErrorBody } from './gemini/error-body';
import { openaiErrorBody, openaiErrorStatus } from './openai-chat/error-body';
import type { Protocol } from './protocol';

const RENDERERS: Record<Protocol, (error: GatewayError, requestId: string) => unknown> = {
  gemini: geminiErrorBody,
  'openai-chat': openaiErrorBody,
  'openai-responses': openaiErrorBody,
  'anthropic-messages': anthropicErrorBody,
};

/** The body of an error in the shape that a client of this protocol expects. */
export function toErrorBody(protocol: Protocol, error: GatewayError, requestId: string): unknown {
  return RENDERERS[protocol](error, requestId);
}

const STATUSES: Record<Protocol, (error: GatewayError) => number> = {
  gemini: ({ status }) => status,
  'openai-chat': openaiErrorStatus,
  'openai-responses': openaiErrorStatus,
  'anthropic-messages': anthropicErrorStatus,
};

/** Its HTTP status. */
export function toErrorStatus(protocol: Protocol, error: GatewayError): number {
  return STATUSES[protocol](error);
}
