/** Base64 as long as that is a picture. */
const PICTURE = /[\w+/=-]{1000,}/g;
const SHOWN = 40;

/** JSON with pictures cut, to be looked at. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(PICTURE, (data) => `${data.slice(0, SHOWN)}…(${data.length})`);
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, shortened(of)]));
}
