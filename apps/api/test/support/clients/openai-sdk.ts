import OpenAI from 'openai';
import { CLIENT_TOKEN } from '../processes/gateway-process';

/** The base paths that clients of OpenAI's API are given. */
export const OPENAI_PATHS = [
  '/v1',
  '/hf/v1',
  '/openai/v1',
  '/v1beta/openai',
  '/gemini/v1',
  '/gemini/hf/v1',
  '/gemini/openai/v1',
  '/gemini/v1beta/openai',
] as const;

/** OpenAI's own SDK, pointed at a gateway as a user would, that never tries again by itself. */
export function openaiSdk(gatewayUrl: string, path: string = OPENAI_PATHS[0]): OpenAI {
  return new OpenAI({ baseURL: gatewayUrl + path, apiKey: CLIENT_TOKEN, maxRetries: 0, fetch });
}
