import { InvalidRequestError } from '../../../../gateway-error';
import { isJsonObject, type JsonObject } from '../../../../json-object';
import { filledTextAt, wrong } from '../../../envelope/field-checks';
import type { InputItem } from '../input-item';
import type { ResponsesBody, ResponsesRequest } from '../responses-request';
import { checkedItems } from './check-items';
import { checkParameters } from './check-parameters';
import { checkToolChoice, checkToolList } from './check-tools';

const NOTHING_EARLIER = { items: [], referenced: {}, signatures: {} };

/** The request that a body holds; everything that is read later has the type it says. @throws InvalidRequestError naming the field */
export function parseResponsesRequest(body: unknown): ResponsesRequest {
  if (!isJsonObject(body)) throw new InvalidRequestError('The request body has to be a JSON object.');
  filledTextAt(body, 'model', '');
  checkParameters(body);
  checkToolList(body, '');
  checkToolChoice(body);
  return { body: body as unknown as ResponsesBody, said: saidIn(body), earlier: NOTHING_EARLIER };
}

/** A text is what the user says. */
function saidIn({ input, previous_response_id: previous }: JsonObject): InputItem[] {
  const hasEarlier = previous != null && previous !== '';
  if (typeof input === 'string') {
    return [{ type: 'message', role: 'user', content: [{ type: 'input_text', text: input }] }];
  }
  if (input == null && hasEarlier) return [];
  if (!Array.isArray(input) || (input.length === 0 && !hasEarlier))
    throw wrong('input', 'a text or a list of at least one item');
  return checkedItems(input as unknown[]);
}
