import { InvalidRequestError } from '../../../../gateway-error';
import { isJsonObject } from '../../../../json-object';
import { filledTextAt } from '../../../envelope/field-checks';
import type { ChatRequest } from '../chat-request';
import { checkMessages } from './check-messages';
import { checkParameters } from './check-parameters';
import { checkTools } from './check-tools';

/**
 * The request that a body holds: the same object, of which everything that is read later has the type it says.
 * @throws InvalidRequestError naming the field
 */
export function parseChatRequest(body: unknown): ChatRequest {
  if (!isJsonObject(body)) throw new InvalidRequestError('The request body has to be a JSON object.');
  filledTextAt(body, 'model', '');
  checkMessages(body.messages);
  checkParameters(body);
  checkTools(body);
  return body as unknown as ChatRequest;
}
