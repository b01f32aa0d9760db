import { isJsonObject, type JsonObject } from '../../../json-object';
import { ClientTools, type DeclaredTool } from '../../tools/client-tools';
import { freeTextTool } from '../../tools/free-text-tool';
import { applyPatchTool } from './apply-patch';
import type { CallKind, KnownTool, ReadyMadeTool } from './call-form';
import { localShellTool } from './local-shell';
import { shellTool } from './shell';
import { toolSearchTool } from './tool-search';

/** Tools that the client runs and does not define. */
const READY_MADE: Readonly<Partial<Record<string, ReadyMadeTool>>> = {
  local_shell: localShellTool,
  shell: shellTool,
  apply_patch: applyPatchTool,
  tool_search: toolSearchTool,
};

/** The tools of a request: those that the client runs, and the rest. */
export interface SortedTools {
  /** Each as upstream is told of it, and as the client knows it. */
  readonly own: readonly { readonly declared: DeclaredTool; readonly known: KnownTool }[];
  /** For the other side to run. */
  readonly hosted: readonly JsonObject[];
}

export function sortedTools(tools: readonly JsonObject[]): SortedTools {
  const own: SortedTools['own'][number][] = [];
  const hosted: JsonObject[] = [];
  for (const tool of tools) {
    const found = ownTools(tool);
    if (found === undefined) hosted.push(tool);
    else own.push(...found);
  }
  return { own, hosted };
}

/** Undefined for a tool that the client does not run. */
function ownTools(tool: JsonObject, namespace?: string): SortedTools['own'] | undefined {
  const { type } = tool;
  if (type === 'namespace') {
    const { name, tools } = tool as { name: string; tools?: readonly JsonObject[] };
    return (tools ?? []).flatMap((member) => ownTools(member, name) ?? []);
  }
  if (type === 'function' || type === 'custom') return [named(tool, type, namespace)];
  if (typeof type !== 'string' || !Object.hasOwn(READY_MADE, type) || isRunElsewhere(tool)) return undefined;
  const declared = READY_MADE[type]!.declared(tool);
  return [{ declared, known: { kind: type as CallKind, name: declared.name } }];
}

function named(
  tool: JsonObject,
  kind: 'function' | 'custom',
  namespace?: string,
): SortedTools['own'][number] {
  const name = tool.name as string;
  const description = typeof tool.description === 'string' ? tool.description : undefined;
  const flatName = flattenedName(name, namespace);
  return {
    declared:
      kind === 'custom'
        ? freeTextTool(flatName, description, tool.format)
        : { name: flatName, description, parameters: tool.parameters ?? undefined },
    known: { kind, name, ...(namespace !== undefined && { namespace }) },
  };
}

/** A shell in a container of the other side, and a search that it does itself. */
function isRunElsewhere({ type, environment, execution }: JsonObject): boolean {
  if (type === 'shell') return isJsonObject(environment) && environment.type !== 'local';
  return type === 'tool_search' && execution !== 'client';
}

/** Upstream knows no groups of tools: `files__read` for `read` of the group `files`. */
export function flattenedName(name: string, namespace: unknown): string {
  if (typeof namespace !== 'string' || namespace === '') return name;
  return namespace.endsWith('__') ? namespace + name : `${namespace}__${name}`;
}

/** The tools that the client runs, under the names that upstream knows them by. */
export function clientTools({ own }: SortedTools): ClientTools {
  return new ClientTools(own.map(({ declared }) => declared));
}

/** How the client knows each of them, by the name it was declared with; the first of a name counts. */
export function knownTools({ own }: SortedTools): Record<string, KnownTool> {
  return Object.fromEntries([...own].reverse().map(({ declared, known }) => [declared.name, known]));
}
