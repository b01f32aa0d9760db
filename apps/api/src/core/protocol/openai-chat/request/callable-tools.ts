import type { ChatRequest } from './chat-request';
import { ClientTools } from './client-tools';

/** How the client knows a function that upstream calls. */
export interface CallableTool {
  readonly kind: 'function' | 'custom';
  readonly name: string;
}

/**
 * The client's tools that its replies have to be told under other names or another kind, by upstream's name; all others
 * are functions of the same name. Plain values, so that they can cross from one thread to another.
 */
export function renamedTools(request: ChatRequest): Readonly<Record<string, CallableTool>> {
  return Object.fromEntries(
    new ClientTools(request).all
      .filter(({ kind, name, upstreamName }) => kind === 'custom' || name !== upstreamName)
      .map(({ kind, name, upstreamName }) => [upstreamName, { kind, name }]),
  );
}
