import type { ApiReply, GeminiApi } from './gemini-api.js';
import type { ErrorReply } from './wire-shapes.js';

/** One statement of docs/protocol-notes.md that a call can confirm or refute. */
export interface Fact {
  /** The section or row, and what it says. */
  readonly statement: string;
  /** What is different there; undefined where the statement holds. */
  difference(api: GeminiApi, model: string): Promise<string | undefined>;
}

/** The smallest prompt there is, with an answer to match. */
export const tinyPrompt = {
  contents: [{ role: 'user', parts: [{ text: 'Answer with the word yes.' }] }],
};

/** Compares an error with what the notes say of it. */
export function refusalDifference(
  reply: ApiReply,
  wanted: { status: number; rpcStatus: string; reason?: string },
): string | undefined {
  const error = (reply.json as ErrorReply | undefined)?.error;
  if (reply.status !== wanted.status)
    return `status ${reply.status}: ${error?.message ?? reply.text.slice(0, 200)}`;
  if (error?.code !== wanted.status || error.status !== wanted.rpcStatus) {
    return `code ${error?.code}, status ${error?.status}`;
  }
  if (wanted.reason === undefined) return undefined;
  const reasons = (error.details ?? []).map((detail) => detail.reason).filter(Boolean);
  return reasons.includes(wanted.reason) ? undefined : `reasons: ${reasons.join(', ') || 'none'}`;
}
