import { isJsonObject, type JsonObject } from '../../json-object';
import { sha256 } from '../../sha256';

/** The version of what is sealed; whatever does not begin with it was not sealed here. */
const MARK = 'gbr1';
const CHECK_LENGTH = 32;

/**
 * What a client keeps for the gateway between two turns, as one opaque text: mark, checksum and JSON in base64. The checksum
 * finds what was cut or altered on the way; what is inside is no secret of anybody but the client.
 */
export function seal(state: JsonObject): string {
  const payload = Buffer.from(JSON.stringify(state)).toString('base64url');
  return `${MARK}.${checkOf(payload)}.${payload}`;
}

/** Undefined for what this gateway did not seal, and for what is broken. */
export function unseal(text: unknown): JsonObject | undefined {
  if (typeof text !== 'string') return undefined;
  const [mark, check, payload = '', ...rest] = text.split('.');
  if (mark !== MARK || rest.length > 0 || check !== checkOf(payload)) return undefined;
  try {
    const state: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isJsonObject(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function checkOf(payload: string): string {
  return sha256(`${MARK}.${payload}`).slice(0, CHECK_LENGTH);
}
