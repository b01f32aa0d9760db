import type { ClientTools } from './client-tools';

/** What a reply has to know of the client's tools: plain values, so that they can cross from one thread to another. */
export interface ToolNames {
  /** The client's names of tools that upstream knows under another one, by upstream's name. */
  readonly clientNames: Readonly<Record<string, string>>;
  /** The client's names of tools whose input is one text. */
  readonly customTools: readonly string[];
}

export function toolNamesOf({ all: tools }: ClientTools): ToolNames {
  const renamed = tools.filter(({ name, upstreamName }) => name !== upstreamName);
  return {
    clientNames: Object.fromEntries(renamed.map(({ name, upstreamName }) => [upstreamName, name])),
    customTools: tools.filter(({ takesText }) => takesText).map(({ name }) => name),
  };
}
