import { byUpperCaseName, type EnvLayer } from '../core/settings/env/env-layer';
import { readListText } from '../core/settings/env/env-text';

/** What decides whether the old system reads its table of settings or its environment. */
const ENVIRONMENT_ONLY = 'DATABASE_TYPE';

/** The old system's values by name: a row of its table wins over its environment, as it does there. */
export function oldValues(env: EnvLayer, rows: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const values = new Map(byUpperCaseName(env));
  for (const [name, text] of rows) {
    const upperCaseName = name.toUpperCase();
    if (upperCaseName === ENVIRONMENT_ONLY) continue;
    if (text === '') values.delete(upperCaseName);
    else values.set(upperCaseName, text);
  }
  return values;
}

/** The items of a list setting, distinct and without empty ones; none where it is no list. */
export function oldList(values: ReadonlyMap<string, string>, name: string): string[] {
  const text = values.get(name);
  const list = text === undefined ? [] : readListText(text);
  const items = Array.isArray(list) ? list : [text];
  return [...new Set(items.map((item) => String(item).trim()).filter((item) => item !== ''))];
}

export function oldText(values: ReadonlyMap<string, string>, name: string): string | undefined {
  return values.get(name)?.trim() || undefined;
}
