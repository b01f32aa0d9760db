import type { SimulatedModel } from '../../models/model';
import type { ThinkingConfig } from '../generate-request';

const LEVELS = ['THINKING_LEVEL_UNSPECIFIED', 'MINIMAL', 'LOW', 'MEDIUM', 'HIGH', 'XHIGH'];

/** What upstream finds wrong with `thinkingConfig` for this model; undefined where it is in order. */
export function wrongThinking(thinking: ThinkingConfig, model: SimulatedModel): string | undefined {
  const { thinkingBudget: budget, thinkingLevel: level } = thinking;
  if (budget !== undefined && level !== undefined)
    return 'You can only set only one of thinking budget and thinking level.';
  if (budget !== undefined) return wrongBudget(budget, thinking, model);
  return level === undefined ? undefined : wrongLevel(level.toUpperCase(), model);
}

function wrongBudget(budget: number, thinking: ThinkingConfig, model: SimulatedModel): string | undefined {
  if (model.thinking === 'none' || model.generation >= 4)
    return 'Thinking budget is not supported for this model.';
  if (budget === -1 || model.thinking === 'level') return undefined;
  if (budget === 0 && model.id === 'gemini-2.5-pro')
    return 'Budget 0 is invalid. This model only works in thinking mode.';
  if (budget === 0)
    return thinking.includeThoughts
      ? 'Thinking_config.include_thoughts is only enabled when thinking is enabled.'
      : undefined;
  const [least, most] = model.id === 'gemini-2.5-pro' ? [128, 32_768] : [0, 24_576];
  return budget < least || budget > most
    ? `The thinking budget ${budget} is invalid. Please choose a value between ${least} and ${most}.`
    : undefined;
}

function wrongLevel(level: string, model: SimulatedModel): string | undefined {
  if (!LEVELS.includes(level))
    return `Invalid value at 'generation_config.thinking_config.thinking_level' (type.googleapis.com/google.ai.generativelanguage.v1beta.ThinkingConfig.ThinkingLevel), "${level}"`;
  if (model.thinking !== 'level') return 'Thinking level is not supported for this model.';
  const isKnown =
    (level !== 'MINIMAL' || takesMinimal(model)) && (level !== 'XHIGH' || model.id === 'gemini-4-hydrogen');
  return isKnown ? undefined : `Thinking level ${level} is not supported for this model.`;
}

// The flash models before 3.7; docs/protocol-notes.md, "Thinking".
function takesMinimal({ id, generation }: SimulatedModel): boolean {
  return id.includes('flash') && generation < 3.7;
}
