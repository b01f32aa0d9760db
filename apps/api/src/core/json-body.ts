import { InvalidRequestError } from './gateway-error';
import { isJsonObject, type JsonObject } from './json-object';

/** The JSON value of a request body. @throws InvalidRequestError */
export function parseJsonBody(body: Buffer): unknown {
  if (body.length === 0) throw new InvalidRequestError('The request has no body. Send a JSON object.');
  try {
    return JSON.parse(body.toString('utf8', startOf(body)));
  } catch (error) {
    throw new InvalidRequestError(`The request body is not valid JSON: ${(error as Error).message}`);
  }
}

/** The JSON object of a request body. @throws InvalidRequestError */
export function parseJsonObject(body: Buffer): JsonObject {
  const value = parseJsonBody(body);
  if (!isJsonObject(value)) throw new InvalidRequestError('The request body has to be a JSON object.');
  return value;
}

/** Some clients begin with a byte order mark. */
function startOf(body: Buffer): number {
  return body.length >= 3 && body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
}
