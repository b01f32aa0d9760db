const PREFIXES = ['models/', 'google/'];
const MODEL_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * The bare name of a model: `gemini-x` for `gemini-x`, `models/gemini-x` and `models/google/gemini-x`.
 * Undefined for what cannot be the name of a model.
 */
export function parseModelName(text: string): string | undefined {
  let name = text;
  for (const prefix of PREFIXES) if (name.startsWith(prefix)) name = name.slice(prefix.length);
  return MODEL_NAME.test(name) ? name : undefined;
}
