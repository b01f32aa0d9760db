import type { JsonObject } from '../../core/json-object';
import { inputItemId } from '../../core/protocol/openai-responses/reply/item-ids';
import type { StoredResponse } from './stored-response.repository';

/** What ids of input items begin with, by type; those of other types begin with `item_`. */
const PREFIXES: Readonly<Record<string, string>> = {
  message: 'msg_',
  reasoning: 'rs_',
  function_call: 'fc_',
  function_call_output: 'fco_',
  custom_tool_call: 'ctc_',
  custom_tool_call_output: 'ctco_',
};

export type StoredItem = JsonObject & { readonly id: string };

/** The items that a request brought, each with an id. */
export function inputItems({ id, input }: Pick<StoredResponse, 'id' | 'input'>): StoredItem[] {
  return (JSON.parse(input) as JsonObject[]).map((item, index) => ({
    ...item,
    id: typeof item.id === 'string' ? item.id : inputItemId(prefixOf(item), id, index),
  }));
}

export function outputItems({ output }: Pick<StoredResponse, 'output'>): StoredItem[] {
  return JSON.parse(output) as StoredItem[];
}

/** The response as it was given. */
export function responseBody({ response, output }: Pick<StoredResponse, 'response' | 'output'>): JsonObject {
  return { ...(JSON.parse(response) as JsonObject), output: JSON.parse(output) as unknown };
}

/** What upstream is told that went before: `Earlier` of the adapter, as JSON. The items stay the text they are. */
export function earlierText(
  conversation: readonly StoredResponse[],
  referenced: Readonly<Record<string, JsonObject>>,
  signatures: Readonly<Record<string, string>>,
): Buffer {
  const items = conversation
    .flatMap(({ input, output }) => [withoutBrackets(input), withoutBrackets(output)])
    .filter((text) => text !== '')
    .join(',');
  return Buffer.from(
    `{"items":[${items}],"referenced":${JSON.stringify(referenced)},"signatures":${JSON.stringify(signatures)}}`,
  );
}

function prefixOf({ type }: JsonObject): string {
  return typeof type === 'string' && Object.hasOwn(PREFIXES, type) ? PREFIXES[type]! : 'item_';
}

function withoutBrackets(list: string): string {
  return list.slice(1, -1);
}
