import type { Content, Part } from '../../gemini/content';
import type { ModelFeatures } from '../../gemini/models/model-features';
import type { Resolved } from '../protocol-adapter';
import type { ClientTools } from '../tools/client-tools';
import { callKeyOf, textOfKey, underAnyId } from './call-digest';
import { answerKey, type CallResult, toFunctionResponse, toMissingResponse } from './call-result';
import type { ConversationItem } from './conversation';
import { type MadeCall, toFunctionCall } from './made-call';
import { Turns } from './turns';

export interface ConversationContext {
  readonly signatures: Resolved['signatures'];
  readonly features: ModelFeatures;
  readonly tools: ClientTools;
}

/** Upstream takes no message without a part that says something. */
const NOTHING_SAID: Part = { text: ' ' };

/** What was said, called and answered, as upstream's contents. */
export function toContents(items: readonly ConversationItem[], context: ConversationContext): Content[] {
  const turns = new Turns();
  for (const item of items) {
    switch (item.kind) {
      case 'user':
        turns.add('user', item.parts.length > 0 ? item.parts : [NOTHING_SAID]);
        break;
      case 'instruction':
        turns.add('user', item.parts);
        break;
      case 'model':
        turns.add('model', item.parts);
        break;
      case 'call':
        turns.call(item.call, callPart(item.call, turns.isCalling, context));
        break;
      case 'result':
        addResult(turns, item.result, context);
        break;
    }
  }
  return turns.toContents((call) => toMissingResponse(call, context.tools, context.features));
}

function callPart(
  call: MadeCall,
  isFurther: boolean,
  { signatures, tools, features }: ConversationContext,
): Part {
  return toFunctionCall(call, call.signature ?? storedSignature(), tools, features.takesCallIds);

  /** Upstream signs the first call of a step. A further one that is like a signed call of another step is not that call. */
  function storedSignature(): string | undefined {
    if (signatures.size === 0) return undefined;
    const key = callKeyOf(call);
    const own = signatures.get(textOfKey(key));
    return own ?? (isFurther ? undefined : signatures.get(textOfKey(underAnyId(key))));
  }
}

/** A result goes to its call, wherever that stands before it; one without a call is said as text. */
function addResult(turns: Turns, result: CallResult, { tools, features }: ConversationContext): void {
  const { callId, name, text, media } = result;
  const isAnswer = turns.answer(answerKey({ id: callId, name }), (call) =>
    toFunctionResponse(result, call, tools, features),
  );
  if (isAnswer) return;
  turns.add('user', [{ text: `Result of ${callId ?? name}: ${text}` }, ...media]);
}
