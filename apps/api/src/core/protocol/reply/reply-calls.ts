import type { FunctionCall, Part } from '../../gemini/content';
import { callDigest } from '../conversation/call-digest';
import type { AdaptContext, GivenSignature } from '../protocol-adapter';
import type { ToolNames } from '../tools/tool-names';
import type { ToldCall } from './reply-piece';

const LONGEST_ID = 64;

/** What of a request its calls depend on. */
export interface CallsAsked extends ToolNames {
  /** Ids of calls earlier in the conversation: a new call gets another one. */
  readonly takenCallIds: readonly string[];
}

/** Gives the calls of a reply their ids, and remembers the signatures that came with them. Shared by all candidates. */
export class ReplyCalls {
  readonly #signatures: GivenSignature[] = [];
  readonly #takenIds: Set<string>;

  constructor(
    private readonly asked: CallsAsked,
    private readonly context: Pick<AdaptContext, 'newId'>,
    /** What ids begin with that upstream did not give. */
    private readonly idPrefix = 'call_',
  ) {
    this.#takenIds = new Set(asked.takenCallIds);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#signatures;
  }

  told({ functionCall = {}, thoughtSignature }: Part): ToldCall {
    const id = this.#idOf(functionCall);
    const name = this.#clientName(functionCall.name ?? '');
    const args = functionCall.args ?? {};
    if (thoughtSignature)
      this.#signatures.push({ callId: id, digest: callDigest({ name, args }), signature: thoughtSignature });
    return {
      id,
      name,
      args,
      ...(this.asked.customTools.includes(name) && { input: inputOf(functionCall) }),
      ...(thoughtSignature && { signature: thoughtSignature }),
    };
  }

  #clientName(name: string): string {
    const { clientNames } = this.asked;
    return Object.hasOwn(clientNames, name) ? clientNames[name]! : name;
  }

  /** Upstream's own id, unless it is missing or names another call of the conversation. */
  #idOf({ id: given }: FunctionCall): string {
    const isGood =
      typeof given === 'string' && given !== '' && given.length <= LONGEST_ID && !this.#takenIds.has(given);
    const id = isGood ? given : this.context.newId(this.idPrefix);
    this.#takenIds.add(id);
    return id;
  }
}

/** The one text that a tool for free text takes, which upstream was told to give as `input`. */
function inputOf({ args }: FunctionCall): string {
  const input = args?.input;
  return typeof input === 'string' ? input : JSON.stringify(args ?? {});
}
