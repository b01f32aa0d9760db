import { InvalidRequestError } from '../../../gateway-error';
import { isJsonObject } from '../../../json-object';
import { filledTextAt, wrong } from '../../envelope/field-checks';
import { checkMessages } from './check-messages';
import { checkParameters } from './check-parameters';
import type { MessagesRequest } from './messages-request';
import { checkTools } from './tools/check-tools';

/**
 * The request for a message that a body holds: the same object, of which everything that is read later has the type it says.
 * @throws InvalidRequestError naming the field
 */
export function parseMessagesRequest(body: unknown): MessagesRequest {
  const request = parseCountRequest(body);
  if (request.max_tokens == null) throw wrong('max_tokens', 'a whole number of at least 1');
  return request;
}

/** The same for a request whose tokens are only counted. @throws InvalidRequestError naming the field */
export function parseCountRequest(body: unknown): MessagesRequest {
  if (!isJsonObject(body)) throw new InvalidRequestError('The request body has to be a JSON object.');
  filledTextAt(body, 'model', '');
  checkMessages(body);
  checkParameters(body);
  checkTools(body);
  return body as unknown as MessagesRequest;
}
