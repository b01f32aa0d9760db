import { numberedFunctionName, upstreamFunctionName } from '../../gemini/tools/function-name';

/** A tool that the client runs, as it declared it. */
export interface DeclaredTool {
  readonly name: string;
  readonly description: string | undefined;
  /** The JSON schema of its arguments; undefined for none, and for a tool that takes free text. */
  readonly parameters?: unknown;
  /** Whether its input is one text. Upstream has no such tools: it becomes a function of one text, `input`. */
  readonly takesText?: boolean;
}

export interface ClientTool extends DeclaredTool {
  readonly upstreamName: string;
}

/** The tools that the client runs, each under a name that upstream takes and that no other tool has. */
export class ClientTools {
  readonly #byName = new Map<string, ClientTool>();
  readonly #upstreamNames = new Set<string>();
  /** The last number given to each name that several tools come to. */
  readonly #numbers = new Map<string, number>();
  /** Names that were declared more than once; the first declaration holds. */
  readonly repeated: readonly string[];

  constructor(declared: readonly DeclaredTool[]) {
    const repeated: string[] = [];
    const names = new Set(declared.map(({ name }) => name));
    for (const tool of declared) {
      if (this.#byName.has(tool.name)) repeated.push(tool.name);
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
  #add(tool: DeclaredTool, names: ReadonlySet<string>): void {
    const { name } = tool;
    const safe = upstreamFunctionName(name);
    let upstreamName = safe;
    const isTaken = () =>
      this.#upstreamNames.has(upstreamName) || (upstreamName !== name && names.has(upstreamName));
    for (let number = (this.#numbers.get(safe) ?? 1) + 1; isTaken(); number++) {
      upstreamName = numberedFunctionName(safe, number);
      this.#numbers.set(safe, number);
    }
    this.#byName.set(name, { ...tool, upstreamName });
    this.#upstreamNames.add(upstreamName);
  }
}
