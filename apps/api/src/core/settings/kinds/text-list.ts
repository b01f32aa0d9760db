import { readListText } from '../env/env-text';
import {
  declareSetting,
  misread,
  understood,
  type Constraints,
  type Declaration,
  type Parsed,
  type Setting,
} from '../setting';
import type { TextCheck } from './text';

type TextListDeclaration = Declaration<readonly string[]> &
  Pick<Constraints, 'of' | 'suggestions' | 'modelKinds'> & { readonly check?: TextCheck };

/** A list of texts, trimmed, without empty and repeated ones. The environment writes it as JSON or with commas. */
export function textList({ check, ...declaration }: TextListDeclaration): Setting<readonly string[]> {
  const { of, suggestions, modelKinds } = declaration;
  return declareSetting<readonly string[]>(
    'text-list',
    declaration,
    { of, suggestions, modelKinds },
    {
      fromText: (text) => checkItems(readListText(text), check),
      fromJson: (json) => checkItems(json, check),
      toJson: (value) => value,
    },
  );
}

/** A list of distinct texts out of a JSON value, each of which passes the check. */
export function checkItems(json: unknown, check?: TextCheck): Parsed<readonly string[]> {
  if (!Array.isArray(json)) return misread('is not a list: write ["a", "b"] or a,b');
  const items: string[] = [];
  for (const [index, item] of json.entries()) {
    if (typeof item !== 'string' && typeof item !== 'number')
      return misread(`holds something that is no text at place ${index + 1}`);
    const text = String(item).trim();
    const problem = text === '' ? undefined : check?.(text);
    if (problem !== undefined) return misread(`item ${index + 1} ${problem}`);
    if (text !== '') items.push(text);
  }
  return understood([...new Set(items)]);
}
