/** The random part of a response's id. */
const RESPONSE_PREFIX = 'resp_';

/**
 * Ids of the items of a response. They hold the id of their response, so that an item is found by its id alone:
 * `msg_<key>_0` is the first output item of `resp_<key>`, `msg_<key>_i0` its first input item.
 */
export function outputItemId(prefix: string, responseId: string, index: number): string {
  return `${prefix}${keyOf(responseId)}_${index}`;
}

export function inputItemId(prefix: string, responseId: string, index: number): string {
  return `${prefix}${keyOf(responseId)}_i${index}`;
}

/** The response that an item belongs to; undefined for ids that were not made here. */
export function responseOfItem(itemId: string): string | undefined {
  const key = /^[a-z]+_([0-9a-z]+)_i?\d+$/.exec(itemId)?.[1];
  return key === undefined ? undefined : RESPONSE_PREFIX + key;
}

function keyOf(responseId: string): string {
  return responseId.slice(RESPONSE_PREFIX.length);
}
