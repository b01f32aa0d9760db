/** An expression that stands in a snippet as it is. */
export class Expression {
  constructor(readonly code: string) {}
}

/** Properties that the type of an object does not know: spread into it, they pass. */
export class Spread {
  constructor(readonly properties: object) {}
}

const PYTHON_STEP = 4;
const TYPESCRIPT_STEP = 2;

/** A value as Python writes it, over several lines; all but the first are indented. */
export function toPython(value: unknown, indent = 0): string {
  const inner = indent + PYTHON_STEP;
  if (value instanceof Expression) return value.code;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // JSON's escapes mean the same in Python.
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => toPython(item, inner));
    return block('[]', items, indent, inner);
  }
  const entries = Object.entries(value).map(
    ([name, of]) => `${JSON.stringify(name)}: ${toPython(of, inner)}`,
  );
  return block('{}', entries, indent, inner);
}

/** A value as TypeScript writes it, over several lines; all but the first are indented. */
export function toTypeScript(value: unknown, indent = 0): string {
  const inner = indent + TYPESCRIPT_STEP;
  if (value instanceof Expression) return value.code;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => toTypeScript(item, inner));
    return block('[]', items, indent, inner);
  }
  const entries = Object.entries(value).map(([name, of]) =>
    of instanceof Spread ? `...${toTypeScript(of.properties, inner)}` : `${name}: ${toTypeScript(of, inner)}`,
  );
  return block('{}', entries, indent, inner);
}

function block(brackets: '[]' | '{}', items: readonly string[], indent: number, inner: number): string {
  if (items.length === 0) return brackets;
  const lines = items.map((item) => `${' '.repeat(inner)}${item},`);
  return [brackets[0], ...lines, ' '.repeat(indent) + brackets[1]].join('\n');
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
