import type { MessageShape, Shape } from './shape';

/** What is wrong with one field; `path` is in upstream's spelling, `contents[0].parts[1].inline_data`. */
export interface FieldViolation {
  readonly path: string;
  readonly description: string;
}

export interface ReadMessage {
  /** The message with known names in camelCase; what is free-form is left as it came. */
  readonly value: Record<string, unknown>;
  readonly violations: readonly FieldViolation[];
}

/** Reads JSON as upstream reads a proto message: camelCase and snake_case names, unknown names refused. */
export function readMessage(json: unknown, shape: MessageShape): ReadMessage {
  const violations: FieldViolation[] = [];
  const value = readField(json, shape, '', violations);
  return { value: isObject(value) ? value : {}, violations };
}

function readField(json: unknown, shape: Shape, path: string, violations: FieldViolation[]): unknown {
  if (json === null || shape === 'json') return json;
  if (shape === 'bytes') return readBytes(json, path, violations);
  if (typeof shape === 'string') return readScalar(json, shape, path, violations);
  if ('list' in shape) {
    const items: unknown[] = Array.isArray(json) ? json : [json];
    return items.map((item, n) => {
      const place = `${path}[${n}]`;
      if (item === null && shape.list !== 'json')
        return refuse(violations, place, `Invalid value at '${place}', null`);
      return readField(item, shape.list, place, violations);
    });
  }
  if (Array.isArray(json))
    return refuse(violations, path, 'Proto field is not repeating, cannot start list.');
  if (!isObject(json)) return refuse(violations, path, `Invalid value at '${path}', ${JSON.stringify(json)}`);
  if ('map' in shape) {
    return mapEntries(json, (name, field) => [
      name,
      readField(field, shape.map(), `${path}[${name}]`, violations),
    ]);
  }
  const fields = shape.message();
  return mapEntries(json, (name, field) => {
    const known = camelCase(name);
    const fieldShape = Object.hasOwn(fields, known) ? fields[known] : undefined;
    // Null is a field that is not set.
    if (fieldShape && fieldShape !== 'json' && field === null) return undefined;
    if (fieldShape)
      return [
        known,
        readField(field, fieldShape, path ? `${path}.${snakeCase(known)}` : snakeCase(known), violations),
      ];
    const where = path ? ` at '${path}'` : '';
    violations.push({
      path,
      description: `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
    });
    return undefined;
  });
}

const SHOWN_BYTES = 100;
const SCALARS = { string: 'TYPE_STRING', number: 'TYPE_DOUBLE', boolean: 'TYPE_BOOL' } as const;

function readScalar(
  json: unknown,
  type: keyof typeof SCALARS,
  path: string,
  violations: FieldViolation[],
): unknown {
  if (typeof json === type) return json;
  if (Array.isArray(json))
    return refuse(violations, path, 'Proto field is not repeating, cannot start list.');
  // int64 fields travel as strings; enums may come as numbers.
  if (type === 'number' && typeof json === 'string' && json.trim() !== '' && Number.isFinite(Number(json)))
    return Number(json);
  if (type === 'string' && typeof json === 'number') return String(json);
  return refuse(violations, path, `Invalid value at '${path}' (${SCALARS[type]}), ${JSON.stringify(json)}`);
}

// Base64 in either alphabet; where padding stands does not matter.
function readBytes(json: unknown, path: string, violations: FieldViolation[]): unknown {
  const text = readScalar(json, 'string', path, violations);
  if (typeof text !== 'string') return text;
  const data = text.replaceAll('=', '');
  if (data.length % 4 !== 1 && /^[A-Za-z0-9+/_-]*$/.test(data)) return text;
  const shown = JSON.stringify(text.slice(0, SHOWN_BYTES));
  const problem = `Invalid value at '${path}' (TYPE_BYTES), Base64 decoding failed for ${shown}`;
  return refuse(violations, path, problem);
}

function refuse(violations: FieldViolation[], path: string, description: string): undefined {
  violations.push({ path, description });
  return undefined;
}

function mapEntries(
  json: Record<string, unknown>,
  entry: (name: string, field: unknown) => [string, unknown] | undefined,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json).flatMap(([name, field]) => {
      const read = entry(name, field);
      return read ? [read] : [];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function camelCase(name: string): string {
  return name.replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
