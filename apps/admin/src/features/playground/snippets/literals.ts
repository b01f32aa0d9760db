/** An expression that stands in a snippet as it is. */
export class Expression {
  constructor(readonly code: string) {}
}

const STEP = 4;

/** A value as Python writes it, over several lines; all but the first are indented. */
export function toPython(value: unknown, indent = 0): string {
  if (value instanceof Expression) return value.code;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // JSON's escapes mean the same in Python.
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = ' '.repeat(indent + STEP);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${toPython(item, indent + STEP)},`)
    : Object.entries(value).map(
        ([name, of]) => `${inner}${JSON.stringify(name)}: ${toPython(of, indent + STEP)},`,
      );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}

/** A value as TypeScript writes it, over several lines; all but the first are indented. */
export function toTypeScript(value: unknown, indent = 0): string {
  if (value instanceof Expression) return value.code;
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = ' '.repeat(indent + 2);
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${toTypeScript(item, indent + 2)},`)
    : Object.entries(value).map(([name, of]) => `${inner}${name}: ${toTypeScript(of, indent + 2)},`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.join('\n')}\n${' '.repeat(indent)}${close}`;
}

function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
