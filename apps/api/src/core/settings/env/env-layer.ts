import { readEnvText } from './env-text';

/** Environment variables as the process or a file has them: quotes and comments included, names in any case. */
export type EnvLayer = Readonly<Record<string, string | undefined>>;

/**
 * The text of every variable that is set, by its name in upper case. A variable that is empty counts as not set;
 * where one name is written in several cases, the one in upper case wins.
 */
export function byUpperCaseName(env: EnvLayer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, raw] of Object.entries(env)) {
    const text = readEnvText(raw ?? '');
    const upperCaseName = name.toUpperCase();
    if (text !== '' && (name === upperCaseName || !texts.has(upperCaseName))) texts.set(upperCaseName, text);
  }
  return texts;
}

/** Both layers as one; what is set in `upper` hides the same name in `lower`, whatever its case. */
export function layOver(lower: EnvLayer, upper: EnvLayer): EnvLayer {
  const hidden = byUpperCaseName(upper);
  const left = Object.entries(lower).filter(([name]) => !hidden.has(name.toUpperCase()));
  return {
    ...Object.fromEntries(left),
    ...Object.fromEntries(Object.entries(upper).filter(([, raw]) => raw)),
  };
}
