import type { ChatCall, ProtocolId } from '../protocols/chat';
import { toCurl } from './curl';
import { geminiSdk } from './gemini-sdk';
import { openaiChatSdk, openaiResponsesSdk } from './openai-sdk';
import { anthropicSdk } from './anthropic-sdk';
import { toPythonProgram, toTypeScriptProgram, type Sdk } from './sdk';

export const SNIPPET_KINDS = ['curl', 'python', 'typescript'] as const;
export type SnippetKind = (typeof SNIPPET_KINDS)[number];

const SDKS: Readonly<Record<ProtocolId, Sdk>> = {
  'openai-chat': openaiChatSdk,
  gemini: geminiSdk,
  'anthropic-messages': anthropicSdk,
  'openai-responses': openaiResponsesSdk,
};

/** A program that sends just this request to the gateway. What stands for the token has to be replaced. */
export function toSnippet(kind: SnippetKind, call: ChatCall, origin: string): string {
  switch (kind) {
    case 'curl':
      return toCurl(call, origin);
    case 'python':
      return toPythonProgram(SDKS[call.protocol], call, origin);
    case 'typescript':
      return toTypeScriptProgram(SDKS[call.protocol], call, origin);
  }
}
