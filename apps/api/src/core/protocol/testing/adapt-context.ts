import type { AdaptContext } from '../protocol-adapter';

/** Ids are counted: `chatcmpl-1`, `call_2`. */
export function aContext(): AdaptContext {
  let last = 0;
  return { newId: (prefix) => `${prefix}${++last}`, createdAtS: 1_700_000_000 };
}
