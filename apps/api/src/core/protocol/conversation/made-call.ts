import type { Part } from '../../gemini/content';
import type { JsonObject } from '../../json-object';
import type { ClientTools } from '../tools/client-tools';

/** A call that the model made in an earlier turn. */
export interface MadeCall {
  /** Undefined in dialects' older forms, which have none. */
  readonly id: string | undefined;
  /** As the client knows the function. */
  readonly name: string;
  readonly args: JsonObject;
  /** What the client brought back of the thought signature. */
  readonly signature: string | undefined;
}

/** The `functionCall` that upstream sees of it. */
export function toFunctionCall(
  call: MadeCall,
  signature: string | undefined,
  tools: ClientTools,
  takesIds: boolean,
): Part {
  return {
    functionCall: {
      ...(takesIds && call.id !== undefined && { id: call.id }),
      name: tools.upstreamName(call.name),
      args: call.args,
    },
    ...(signature !== undefined && { thoughtSignature: signature }),
  };
}
