import type { ThinkingEffort } from '../../../gemini/request/thinking';
import type { Thinking } from '../../generation/thinking';
import type { ChatRequest } from './chat-request';
import type { GoogleExtras } from './google-extras';

/** What the client says about thinking: in Google's form first, then as `reasoning_effort`. */
export function chatThinking(
  { reasoning_effort: effort }: ChatRequest,
  { thinking, includeThoughts }: GoogleExtras,
): Thinking {
  const wish = thinking ?? (effort == null ? undefined : { effort: effort as ThinkingEffort });
  return { wish, showsThoughts: includeThoughts };
}
