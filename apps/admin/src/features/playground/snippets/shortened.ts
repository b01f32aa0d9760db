const LONGEST = 1_000;
const SHOWN = 40;

/** JSON with base64 and other endless texts cut, to be looked at. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > LONGEST && !value.includes(' '))
    return `${value.slice(0, SHOWN)}…(${value.length})`;
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, shortened(of)]));
}
