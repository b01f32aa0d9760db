import type { GatewayError } from '../../gateway-error';
import { addTokenUsage, type TokenUsage } from '../../gemini/reply/usage';
import type { UpstreamCall } from '../../gemini/upstream-call';
import type { KeyId } from '../../keypool/hold';
import type { ChunkTarget } from '../chunks/chunk-target';
import type { Dispatch, Dispatcher } from '../dispatch/dispatcher';
import { UpstreamFailureError } from '../faults/upstream-faults';
import { DecodedReply } from '../sinks/decoded-reply';
import { Hop } from './hop';

/** More pieces than that no reply has; what follows is left out, as at a token limit. */
const MOST_HOPS = 16;

/** One upstream request of a client's, without what it is sent with. */
export interface Generation extends Omit<Dispatch, 'call' | 'sink'> {
  readonly call: UpstreamCall & { readonly replyForm: 'sse' | 'unary'; readonly body: Buffer };
}

/** How it ended. The fault was not yet told to the client; there is none where the client has left. */
export interface GenerationResult {
  readonly attempts: number;
  readonly keyId: KeyId | undefined;
  readonly usage: TokenUsage | undefined;
  readonly fault: GatewayError | undefined;
}

/**
 * Sends a request and hands the chunks of its reply to the target. A long reply that upstream gives in pieces is asked for
 * piece by piece, of the same key, and arrives as one.
 */
export async function generate(
  dispatcher: Pick<Dispatcher, 'dispatch'>,
  generation: Generation,
  target: ChunkTarget,
): Promise<GenerationResult> {
  const { call } = generation;
  let attempts = 0;
  let keyId: KeyId | undefined;
  let usage: TokenUsage | undefined;
  const ended = (fault?: GatewayError): GenerationResult => ({
    attempts,
    keyId,
    usage,
    fault,
  });

  let next = call;
  let former: Hop | undefined;
  for (let hopCount = 1; ; hopCount++) {
    const hop: Hop = new Hop(target, former?.usage);
    const sink = new DecodedReply(call.replyForm, hop);
    const result = await dispatcher.dispatch({
      // Field by field: V8 makes a new shape for each object that a spread begins, and is slow with every one of them.
      requestId: generation.requestId,
      startedAtMs: generation.startedAtMs,
      cancellation: generation.cancellation,
      pool: generation.pool,
      model: generation.model,
      isModelListed: generation.isModelListed,
      onAttempt: generation.onAttempt,
      origin: generation.origin,
      call: next,
      sink,
      pinnedTo: former === undefined ? generation.pinnedTo : keyId,
    });
    attempts += result.attempts;
    keyId = result.keyId ?? keyId;
    usage = addTokenUsage(usage, result.usage);
    if (result.fault !== undefined || generation.cancellation.isCancelled) return ended(result.fault);
    if (sink.isBroken) return ended(unreadable());
    if (!hop.isAnswer && former === undefined) return ended(withoutAnswer(hop.finishReason));
    if (hop.token === undefined) return ended();
    if (hopCount === MOST_HOPS) {
      target.take({ candidates: [{ finishReason: 'MAX_TOKENS' }] });
      return ended();
    }
    next = { ...call, body: withToken(call.body, hop.token) };
    former = hop;
  }
}

/** The same request, asking for the next piece of its reply. */
function withToken(body: Buffer, token: string): Buffer {
  return Buffer.concat([Buffer.from(`{"continuationToken":${JSON.stringify(token)},`), body.subarray(1)]);
}

function unreadable(): GatewayError {
  return new UpstreamFailureError(
    'upstream_failed',
    502,
    'Upstream sent something that cannot be read as a reply.',
  );
}

function withoutAnswer(finishReason: string | undefined): GatewayError {
  const reason = finishReason === undefined ? '' : ` (finish reason ${finishReason})`;
  return new UpstreamFailureError('upstream_failed', 502, `Upstream answered without content${reason}.`);
}
