import { invalidArgument, type ApiReply } from '../wire/api-reply';
import { readMessage, type FieldViolation } from './read-message';
import type { MessageShape } from './shape';

/** The message, or upstream's 400 for a body that is not one. */
export type BodyRead = { readonly value: Record<string, unknown> } | { readonly refusal: ApiReply };

export function readBody(bytes: Buffer, shape: MessageShape): BodyRead {
  const json = parseJson(bytes);
  if (json === undefined) return { refusal: unparseable(bytes) };
  const { value, violations } = readMessage(json, shape);
  return violations.length > 0 ? { refusal: refuse(violations) } : { value };
}

/** The JSON value of the bytes; undefined where they are none. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function unparseable(bytes: Buffer): ApiReply {
  if (bytes.length === 0)
    return refuse([
      {
        path: '',
        description: 'Invalid JSON payload received. Unexpected end of string. Expected a value.\n\n^',
      },
    ]);
  const shown = bytes.subarray(0, 40).toString('utf8').split('\n')[0];
  return refuse([{ path: '', description: `Invalid JSON payload received. Unexpected token.\n${shown}\n^` }]);
}

function refuse(violations: readonly FieldViolation[]): ApiReply {
  return invalidArgument(violations.map((violation) => violation.description).join('\n'), [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: violations.map(({ path, description }) =>
        path ? { field: path, description } : { description },
      ),
    },
  ]);
}
