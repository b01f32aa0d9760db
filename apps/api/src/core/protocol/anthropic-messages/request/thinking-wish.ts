import type { ThinkingEffort, ThinkingWish } from '../../../gemini/request/thinking';
import type { Thinking } from '../../generation/thinking';
import type { MessagesRequest } from './messages-request';

type Switches = Pick<MessagesRequest, 'thinking' | 'output_config'>;

const EFFORTS: readonly string[] = ['low', 'medium', 'high', 'xhigh', 'max'] satisfies ThinkingEffort[];
const OFF = ['disabled', 'between_tools'];

/** Whether the client has switched thinking on: only then its answers have blocks of thinking. */
export function isThinkingOn({ thinking }: Pick<Switches, 'thinking'>): boolean {
  return thinking != null && !OFF.includes(thinking.type);
}

/** What the client says about thinking: off before a budget, a budget before an effort. */
export function messagesThinking(request: Switches): Thinking {
  const { thinking } = request;
  if (thinking != null && !isThinkingOn(request)) return { wish: { effort: 'none' }, showsThoughts: false };
  const showsThoughts = isThinkingOn(request) && thinking?.display !== 'omitted';
  const budget = thinking?.type === 'enabled' ? thinking.budget_tokens : undefined;
  return { wish: budget == null ? effortOf(request) : { budget }, showsThoughts };
}

/** Efforts that nobody knows say nothing. */
function effortOf({ output_config: config }: Switches): ThinkingWish | undefined {
  const effort = config?.effort;
  return effort != null && EFFORTS.includes(effort) ? { effort: effort as ThinkingEffort } : undefined;
}
