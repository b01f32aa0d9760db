import type { ChatRequest } from './chat-request';
import { ClientTools } from './client-tools';

/** What a reply has to know of the client's tools: plain values, so that they can cross from one thread to another. */
export interface ToolNames {
  /** The client's names of tools that upstream knows under another one, by upstream's name. */
  readonly clientNames: Readonly<Record<string, string>>;
  /** The client's names of tools of the type `custom`, whose input is one text. */
  readonly customTools: readonly string[];
}

export function toolNamesOf(request: Pick<ChatRequest, 'tools' | 'functions'>): ToolNames {
  const tools = new ClientTools(request).all;
  const renamed = tools.filter(({ name, upstreamName }) => name !== upstreamName);
  return {
    clientNames: Object.fromEntries(renamed.map(({ name, upstreamName }) => [upstreamName, name])),
    customTools: tools.filter(({ kind }) => kind === 'custom').map(({ name }) => name),
  };
}

/** The ids of all calls that the conversation holds. */
export function callIdsOf({ messages }: Pick<ChatRequest, 'messages'>): string[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? (message.tool_calls ?? []).flatMap(({ id }) => (id ? [id] : [])) : [],
  );
}
