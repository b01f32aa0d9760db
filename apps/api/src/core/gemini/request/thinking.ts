/** What upstream is told about thinking: a budget for models up to 2.5, a level for later ones, never both. */
export interface ThinkingConfig {
  readonly includeThoughts?: boolean;
  readonly thinkingBudget?: number;
  readonly thinkingLevel?: ThinkingLevel;
}

export type ThinkingLevel = 'MINIMAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'XHIGH';

/** How a model's thinking is steered. Source: docs/protocol-notes.md, "Thinking". */
export type ThinkingControl =
  | { readonly kind: 'none' }
  /** From the least to the most that the model knows; it always thinks. */
  | { readonly kind: 'level'; readonly levels: readonly ThinkingLevel[] }
  /** Tokens. A `min` of 0 switches thinking off. */
  | { readonly kind: 'budget'; readonly min: number; readonly max: number; readonly isOnByDefault: boolean };

/** How much thinking is wanted, in whichever form it was said. */
export type ThinkingWish =
  | { readonly effort: ThinkingEffort }
  /** Tokens; -1 leaves it to the model. */
  | { readonly budget: number }
  | { readonly level: ThinkingLevel };

export type ThinkingEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

const MODEL_DECIDES = -1;

/** As Google's own OpenAI endpoint maps efforts for models that take a budget. */
const EFFORT_BUDGETS: Readonly<Record<ThinkingEffort, number>> = {
  none: 0,
  minimal: 1024,
  low: 1024,
  medium: 8192,
  high: 24_576,
  xhigh: 24_576,
  max: 24_576,
};

const EFFORT_LEVELS: Readonly<Record<ThinkingEffort, ThinkingLevel>> = {
  none: 'MINIMAL',
  minimal: 'MINIMAL',
  low: 'LOW',
  medium: 'MEDIUM',
  high: 'HIGH',
  xhigh: 'XHIGH',
  max: 'XHIGH',
};

const LEVEL_EFFORTS: Readonly<Record<ThinkingLevel, ThinkingEffort>> = {
  MINIMAL: 'minimal',
  LOW: 'low',
  MEDIUM: 'medium',
  HIGH: 'high',
  XHIGH: 'xhigh',
};

const ORDER: readonly ThinkingLevel[] = ['MINIMAL', 'LOW', 'MEDIUM', 'HIGH', 'XHIGH'];
const MOST_LOW_TOKENS = 2048;
const MOST_MEDIUM_TOKENS = 16_384;

/** The wish in the form the model takes, no lower and no higher than it goes; undefined where nothing is to be said. */
export function thinkingConfigFor(
  control: ThinkingControl,
  wish: ThinkingWish | undefined,
  includeThoughts: boolean,
): ThinkingConfig | undefined {
  if (control.kind === 'none') return undefined;
  const amount: ThinkingConfig | undefined =
    control.kind === 'budget' ? budgetFor(control, wish) : levelFor(control.levels, wish);
  // Thoughts of a model that does not think are refused.
  const thinks =
    control.kind === 'level' || (amount === undefined ? control.isOnByDefault : amount.thinkingBudget !== 0);
  const isShown = includeThoughts && thinks && !isWithoutThinking(wish);
  if (amount === undefined && !isShown) return undefined;
  return { ...amount, ...(isShown && { includeThoughts: true }) };
}

/** What THINKING_BUDGET_MAP says about a model: by the name of a variant, or by its own. */
export function operatorsBudget(
  { model, variant = model }: { readonly model: string; readonly variant?: string },
  budgets: Readonly<Record<string, number>>,
): ThinkingWish | undefined {
  const name = [variant, model].find((each) => Object.hasOwn(budgets, each));
  return name === undefined ? undefined : { budget: budgets[name]! };
}

function budgetFor(
  { min, max }: Extract<ThinkingControl, { kind: 'budget' }>,
  wish: ThinkingWish | undefined,
): { thinkingBudget: number } | undefined {
  if (wish === undefined) return undefined;
  const budget =
    'budget' in wish
      ? wish.budget
      : EFFORT_BUDGETS['effort' in wish ? wish.effort : LEVEL_EFFORTS[wish.level]];
  return { thinkingBudget: budget < 0 ? MODEL_DECIDES : Math.min(Math.max(Math.floor(budget), min), max) };
}

function levelFor(
  levels: readonly ThinkingLevel[],
  wish: ThinkingWish | undefined,
): { thinkingLevel: ThinkingLevel } | undefined {
  if (wish === undefined || ('budget' in wish && wish.budget < 0)) return undefined;
  const wanted = ORDER.indexOf(wishedLevel(wish));
  const highest = levels.findLast((level) => ORDER.indexOf(level) <= wanted);
  return { thinkingLevel: highest ?? levels[0] ?? 'LOW' };
}

function wishedLevel(wish: ThinkingWish): ThinkingLevel {
  if ('level' in wish) return wish.level;
  if ('effort' in wish) return EFFORT_LEVELS[wish.effort];
  if (wish.budget === 0) return 'MINIMAL';
  if (wish.budget <= MOST_LOW_TOKENS) return 'LOW';
  return wish.budget <= MOST_MEDIUM_TOKENS ? 'MEDIUM' : 'HIGH';
}

function isWithoutThinking(wish: ThinkingWish | undefined): boolean {
  if (wish === undefined) return false;
  return ('effort' in wish && wish.effort === 'none') || ('budget' in wish && wish.budget === 0);
}
