import type { MessagesRequest } from './messages-request';

/** Upstream takes no more. */
const MOST_UPSTREAM = 5;

/** Texts that end the answer, by who looks for them. */
export interface StopSequences {
  readonly upstream: readonly string[];
  /** Those that upstream takes no more: the gateway finds them itself. */
  readonly here: readonly string[];
}

export function stopSequences({
  stop_sequences: given,
}: Pick<MessagesRequest, 'stop_sequences'>): StopSequences {
  const texts = [...new Set(given ?? [])].filter((text) => text !== '');
  return { upstream: texts.slice(0, MOST_UPSTREAM), here: texts.slice(MOST_UPSTREAM) };
}
