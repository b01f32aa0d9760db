import type { FunctionCall, Part } from '../../../gemini/content';
import type { AdaptContext, GivenSignature } from '../../protocol-adapter';
import type { ChatAsked } from './chat-asked';
import type { ExtraContent, ReplyToolCall } from './chat-completion';

const LONGEST_ID = 64;

/** Gives the calls of a reply their ids, and remembers the signatures that came with them. Shared by all choices. */
export class ReplyCalls {
  readonly #signatures: GivenSignature[] = [];
  readonly #takenIds: Set<string>;

  constructor(
    private readonly asked: ChatAsked,
    private readonly context: Pick<AdaptContext, 'newId'>,
  ) {
    this.#takenIds = new Set(asked.takenCallIds);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#signatures;
  }

  /** A call as the client is told of it. */
  toToolCall({ functionCall = {}, thoughtSignature }: Part): ReplyToolCall {
    const id = this.#idOf(functionCall);
    if (thoughtSignature) this.#signatures.push({ callId: id, signature: thoughtSignature });
    const name = this.#clientName(functionCall.name ?? '');
    const signed = thoughtSignature ? { extra_content: signatureContent(thoughtSignature) } : {};
    if (this.asked.customTools.includes(name)) {
      return { id, type: 'custom', custom: { name, input: inputOf(functionCall) }, ...signed };
    }
    const text = JSON.stringify(functionCall.args ?? {});
    return { id, type: 'function', function: { name, arguments: text }, ...signed };
  }

  #clientName(name: string): string {
    const { clientNames } = this.asked;
    return Object.hasOwn(clientNames, name) ? clientNames[name]! : name;
  }

  /** Upstream's own id, unless it is missing or names another call of the conversation. */
  #idOf({ id: given }: FunctionCall): string {
    const isGood =
      typeof given === 'string' && given !== '' && given.length <= LONGEST_ID && !this.#takenIds.has(given);
    const id = isGood ? given : this.context.newId('call_');
    this.#takenIds.add(id);
    return id;
  }
}

export function signatureContent(signature: string): ExtraContent {
  return { google: { thought_signature: signature } };
}

/** The one text that a custom tool takes, which upstream was told to give as `input`. */
function inputOf({ args = {} }: FunctionCall): string {
  const { input } = args;
  return typeof input === 'string' ? input : JSON.stringify(args);
}
