import { numberedFunctionName, upstreamFunctionName } from '../../../gemini/function-name';
import type {
  ChatRequest,
  ChatTool,
  CustomTool,
  CustomToolDefinition,
  FunctionDefinition,
  FunctionTool,
} from './chat-request';

/** A tool that the client runs. */
export interface ClientTool {
  readonly kind: 'function' | 'custom';
  /** As the client named it. */
  readonly name: string;
  /** As upstream knows it. */
  readonly upstreamName: string;
  readonly definition: FunctionDefinition | CustomToolDefinition;
}

/** Some clients leave the type out. */
export function isFunctionTool(tool: ChatTool): tool is FunctionTool {
  return tool.type === 'function' || (tool.type === undefined && 'function' in tool);
}

export function isCustomTool(tool: ChatTool): tool is CustomTool {
  return tool.type === 'custom';
}

/** The tools that the client runs, each under a name that upstream takes and that no other tool has. */
export class ClientTools {
  readonly #byName = new Map<string, ClientTool>();
  readonly #upstreamNames = new Set<string>();
  /** Names that were declared more than once; the first declaration holds. */
  readonly repeated: readonly string[];

  constructor(request: Pick<ChatRequest, 'tools' | 'functions'>) {
    const repeated: string[] = [];
    const tools = declared(request);
    const names = new Set(tools.map(({ definition }) => definition.name));
    for (const tool of tools) {
      if (this.#byName.has(tool.definition.name)) repeated.push(tool.definition.name);
      else this.#add(tool, names);
    }
    this.repeated = repeated;
  }

  get all(): readonly ClientTool[] {
    return [...this.#byName.values()];
  }

  /** Also for names that only the history knows. */
  upstreamName(name: string): string {
    return this.#byName.get(name)?.upstreamName ?? upstreamFunctionName(name);
  }

  /** A name that upstream takes stays; one that has to change gives way to all others. */
  #add({ kind, definition }: Pick<ClientTool, 'kind' | 'definition'>, names: ReadonlySet<string>): void {
    const { name } = definition;
    const safe = upstreamFunctionName(name);
    let upstreamName = safe;
    const isTaken = () =>
      this.#upstreamNames.has(upstreamName) || (upstreamName !== name && names.has(upstreamName));
    for (let number = 2; isTaken(); number++) upstreamName = numberedFunctionName(safe, number);
    this.#byName.set(name, { kind, name, upstreamName, definition });
    this.#upstreamNames.add(upstreamName);
  }
}

function declared({
  tools,
  functions,
}: Pick<ChatRequest, 'tools' | 'functions'>): Pick<ClientTool, 'kind' | 'definition'>[] {
  return [
    ...(tools ?? []).flatMap((tool): Pick<ClientTool, 'kind' | 'definition'>[] => {
      if (isFunctionTool(tool)) return [{ kind: 'function', definition: tool.function }];
      return isCustomTool(tool) ? [{ kind: 'custom', definition: tool.custom }] : [];
    }),
    ...(functions ?? []).map((definition) => ({ kind: 'function', definition }) as const),
  ];
}
