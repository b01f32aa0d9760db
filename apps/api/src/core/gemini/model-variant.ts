import { InvalidRequestError } from '../gateway-error';

const NON_THINKING = '-non-thinking';

/**
 * Upstream's model behind a bare name, which can be `NAME-non-thinking` for one of `thinkingModels` (THINKING_MODELS).
 * @throws InvalidRequestError for a model that is not among them
 */
export function baseModelOf(name: string, thinkingModels: readonly string[]): string {
  if (!name.endsWith(NON_THINKING)) return name;
  const base = name.slice(0, -NON_THINKING.length);
  if (thinkingModels.includes(base)) return base;
  throw new InvalidRequestError(`${name} is not offered: ${base} is not in THINKING_MODELS.`, {
    field: 'model',
  });
}
