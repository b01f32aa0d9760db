import { readJsonText } from '../env/env-text';
import {
  declareSetting,
  misread,
  understood,
  type Constraints,
  type Declaration,
  type Parsed,
  type Setting,
} from '../setting';

type Entries<Value> = Readonly<Record<string, Value>>;
/** Says what is wrong with one entry, without repeating its value. */
type EntryCheck<Value> = (name: string, value: Value) => string | undefined;
type MapDeclaration<Value> = Declaration<Entries<Value>> &
  Pick<Constraints, 'of' | 'unit' | 'min'> & { readonly check?: EntryCheck<Value> };

/** Texts by name; the environment writes a JSON object. */
export function textMap(declaration: MapDeclaration<string>): Setting<Entries<string>> {
  return mapOfKind('text-map', declaration, (value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined,
  );
}

/** Numbers by name, of at least `min`; the environment writes a JSON object. */
export function numberMap(declaration: Omit<MapDeclaration<number>, 'check'>): Setting<Entries<number>> {
  const { min = Number.NEGATIVE_INFINITY } = declaration;
  const check = (name: string, value: number): string | undefined =>
    value >= min ? undefined : `has a number below ${min} for "${name}"`;
  return mapOfKind('number-map', { ...declaration, check }, (value) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  });
}

function mapOfKind<Value extends string | number>(
  kind: 'text-map' | 'number-map',
  { check, ...declaration }: MapDeclaration<Value>,
  toValue: (json: unknown) => Value | undefined,
): Setting<Entries<Value>> {
  const noun = kind === 'text-map' ? 'text' : 'number';
  const read = (json: unknown): Parsed<Entries<Value>> => {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
      return misread(`is not a JSON object such as {"name": ${kind === 'text-map' ? '"value"' : 1}}`);
    }
    const entries: [string, Value][] = [];
    for (const [name, entry] of Object.entries(json)) {
      const value = toValue(entry);
      if (value === undefined) return misread(`has no ${noun} for "${name}"`);
      const problem = check?.(name, value);
      if (problem !== undefined) return misread(problem);
      entries.push([name, value]);
    }
    return understood(Object.fromEntries(entries) as Entries<Value>);
  };
  const { of, unit, min } = declaration;
  return declareSetting<Entries<Value>>(
    kind,
    declaration,
    { of, unit, min },
    {
      fromText: (text) => read(readJsonText(text)),
      fromJson: read,
      toJson: (value) => value,
    },
  );
}
