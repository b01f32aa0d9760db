import type { ChatCall, ProtocolId } from '../protocols/chat';
import { TOKEN_PLACEHOLDER } from './token-placeholder';

/** Where each dialect's own clients put the token. */
const CREDENTIALS: Readonly<Record<ProtocolId, string>> = {
  'openai-chat': `Authorization: Bearer ${TOKEN_PLACEHOLDER}`,
  'openai-responses': `Authorization: Bearer ${TOKEN_PLACEHOLDER}`,
  gemini: `x-goog-api-key: ${TOKEN_PLACEHOLDER}`,
  'anthropic-messages': `x-api-key: ${TOKEN_PLACEHOLDER}`,
};

/** The body stands in a here-document, where nothing has to be escaped for the shell. */
export function toCurl({ protocol, isStream, path, body }: ChatCall, origin: string): string {
  return `curl ${isStream ? '--no-buffer ' : ''}'${origin}${path}' \\
  -H '${CREDENTIALS[protocol]}' \\
  -H 'Content-Type: application/json' \\
  --data-binary @- <<'JSON'
${JSON.stringify(body, null, 2)}
JSON
`;
}
