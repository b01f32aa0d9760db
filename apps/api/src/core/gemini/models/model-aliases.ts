import { parseModelName } from './model-name';

const ANYTHING = '*';
/** What a name has to begin with, for clients that show no others. */
const CLAUDE = 'claude-';
const GOOGLES = /^(gemini|gemma|learnlm)-/;
/** No name of a model is longer, and patterns take their time with long texts. */
const LONGEST_NAME = 256;

interface Pattern {
  readonly matches: RegExp;
  readonly model: string;
  /** Characters that are no `*`: the more there are, the more exactly a name is meant. */
  readonly exactness: number;
}

/** A name that clients may use for a model, or a pattern of such names, with the setting it comes from. */
export interface Alias {
  readonly name: string;
  readonly model: string;
  readonly isPattern: boolean;
  readonly setting: 'MODEL_ALIASES' | 'CLAUDE_DEFAULT_MODEL';
}

/**
 * Names that clients may use for upstream's models. A whole name comes before a pattern such as `claude-*`, and among
 * patterns the one with the most letters.
 */
export class ModelAliases {
  readonly #names = new Map<string, string>();
  readonly #patterns: readonly Pattern[];
  /** Everything that the operator declares. */
  readonly all: readonly Alias[];

  /**
   * @param aliases models by name or pattern (MODEL_ALIASES)
   * @param claudeModel stands for every `claude-…` that nothing else stands for (CLAUDE_DEFAULT_MODEL); empty for none
   */
  constructor(
    aliases: Readonly<Record<string, string>>,
    private readonly claudeModel = '',
  ) {
    const patterns: Pattern[] = [];
    const all: Alias[] = [];
    for (const [name, target] of Object.entries(aliases)) {
      const model = parseModelName(target);
      if (model === undefined) continue;
      const isPattern = name.includes(ANYTHING);
      all.push({ name, model, isPattern, setting: 'MODEL_ALIASES' });
      if (isPattern) patterns.push(patternOf(name, model));
      else this.#names.set(name, model);
    }
    if (claudeModel !== '')
      all.push({
        name: CLAUDE + ANYTHING,
        model: claudeModel,
        isPattern: true,
        setting: 'CLAUDE_DEFAULT_MODEL',
      });
    this.all = all;
    this.#patterns = patterns.sort((one, other) => other.exactness - one.exactness);
  }

  /** The names that can be listed: those that are no patterns. */
  get names(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The bare name of the model that a name stands for; the name itself where it is no alias. */
  modelOf(name: string): string {
    if (name.length > LONGEST_NAME) return name;
    return (
      this.#names.get(name) ??
      modelInDisguise(name) ??
      this.#patterns.find(({ matches }) => matches.test(name))?.model ??
      (name.startsWith(CLAUDE) && this.claudeModel !== '' ? this.claudeModel : name)
    );
  }
}

/** The name of a model of Google's for clients that show only names beginning with `claude-`; undefined for other names. */
export function disguised(model: string): string | undefined {
  return GOOGLES.test(model) ? `${CLAUDE}${model}` : undefined;
}

function modelInDisguise(name: string): string | undefined {
  const model = name.slice(CLAUDE.length);
  return name.startsWith(CLAUDE) && GOOGLES.test(model) ? model : undefined;
}

function patternOf(name: string, model: string): Pattern {
  const literals = name.split(ANYTHING);
  const source = literals.map((text) => text.replace(/[\\^$.|?+()[\]{}]/g, '\\$&')).join('.*');
  return { matches: new RegExp(`^${source}$`), model, exactness: literals.join('').length };
}
