import type { Tool } from '../../gemini/request/generate-content-request';
import type { SafetySetting } from '../../gemini/request/safety';
import type { FunctionChoice } from '../../gemini/tools/tool-rules';
import type { Conversation } from '../conversation/conversation';
import type { ClientTools } from '../tools/client-tools';
import type { JsonAnswer } from './json-answer';
import type { Sampling } from './sampling';
import type { Thinking } from './thinking';

/** One request in words that belong to no dialect: what every adapter makes of a body. */
export interface GenerationWish {
  readonly conversation: Conversation;
  readonly tools: ClientTools;
  readonly choice: FunctionChoice;
  /** Tools that upstream runs itself: `{googleSearch: {}}`. */
  readonly builtIns: readonly Tool[];
  /** Undefined for text. */
  readonly format: JsonAnswer | undefined;
  readonly sampling: Sampling;
  readonly thinking: Thinking;
  /** Come before those of the operator. */
  readonly safetySettings?: readonly SafetySetting[];
  readonly cachedContent?: string | undefined;
  /** `flex` and `priority` are told upstream. */
  readonly serviceTier?: unknown;
}
