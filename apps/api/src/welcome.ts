import type { Settings } from './core/settings/registry';
import type { FirstTokens } from './modules/tokens/sync-tokens';

/** What is printed once the gateway serves: where it is, and the tokens that were just made. */
export function welcome({ HOST, PORT, PUBLIC_URL }: Settings, { admin, client }: FirstTokens): string {
  const isEverywhere = HOST === '0.0.0.0' || HOST === '::';
  const url = PUBLIC_URL || `http://${isEverywhere ? 'localhost' : HOST}:${PORT}`;
  const lines = [
    '',
    `  gemini-balance serves on ${url}`,
    '',
    `  dashboard       ${url}/`,
    `  OpenAI SDK      ${url}/v1   (baseURL)`,
    `  Anthropic SDK   ${url}      (baseURL)`,
    `  Gemini SDK      ${url}      (baseUrl)`,
  ];
  if (admin !== undefined || client !== undefined) {
    lines.push('', '  These tokens were just made. They are shown this once; keep them safe.');
    if (admin !== undefined) lines.push(`  AUTH_TOKEN (dashboard)   ${admin.reveal()}`);
    if (client !== undefined) lines.push(`  client token (API key)   ${client.reveal()}`);
  }
  return `${lines.join('\n')}\n\n`;
}
