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

export function isFunctionTool(tool: ChatTool): tool is FunctionTool {
  return tool.type === 'function';
}

export function isCustomTool(tool: ChatTool): tool is CustomTool {
  return tool.type === 'custom';
}

/** The tools that the client runs, each under a name that upstream takes and that no other tool has. */
export class ClientTools {
  readonly #byName = new Map<string, ClientTool>();
  readonly #byUpstreamName = new Map<string, ClientTool>();
  /** Names that were declared more than once; the first declaration holds. */
  readonly repeated: readonly string[];

  constructor(request: Pick<ChatRequest, 'tools' | 'functions'>) {
    const repeated: string[] = [];
    for (const tool of declared(request)) {
      if (this.#byName.has(tool.definition.name)) repeated.push(tool.definition.name);
      else this.#add(tool);
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

  /** The tool that upstream calls; undefined where it was not declared. */
  called(upstreamName: string): ClientTool | undefined {
    return this.#byUpstreamName.get(upstreamName);
  }

  #add({ kind, definition }: Pick<ClientTool, 'kind' | 'definition'>): void {
    const { name } = definition;
    const safe = upstreamFunctionName(name);
    let upstreamName = safe;
    for (let number = 2; this.#byUpstreamName.has(upstreamName); number++)
      upstreamName = numberedFunctionName(safe, number);
    const tool = { kind, name, upstreamName, definition };
    this.#byName.set(name, tool);
    this.#byUpstreamName.set(upstreamName, tool);
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
