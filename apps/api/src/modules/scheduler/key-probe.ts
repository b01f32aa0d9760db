import { Cancellation } from '../../core/cancellation';
import { CollectedReply } from '../../core/gateway/collected-reply';
import type { AttemptSender } from '../../core/gateway/attempt-sender';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { Ids } from '../../core/ids';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { Outcome } from '../../core/outcome';

const PROBE_TIMEOUT_MS = 30_000;

/** Asks upstream whether it takes a key, by counting the tokens of a word: that spends no quota. */
export class KeyProbe {
  constructor(
    private readonly sender: AttemptSender,
    private readonly ids: Pick<Ids, 'requestId'>,
    private readonly testModel: () => string,
  ) {}

  /** What the probe proved, which the pool has taken note of; undefined for a key that is gone. */
  async probe(pool: KeyPool, id: KeyId): Promise<Outcome | undefined> {
    const model = this.testModel();
    const lease = pool.acquireForProbe(id, model);
    if (lease === undefined) return undefined;
    const order = {
      requestId: this.ids.requestId(),
      call: countingCall(model),
      model,
      sink: new CollectedReply(),
      cancellation: Cancellation.following(AbortSignal.timeout(PROBE_TIMEOUT_MS)),
      isModelListed: false,
    };
    const { outcome } = await this.sender.send(order, lease, 1);
    return outcome;
  }
}

function countingCall(model: string): UpstreamCall {
  return {
    method: 'POST',
    path: `/v1beta/models/${model}:countTokens`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'hi' }] }] })),
    replyForm: 'unary',
    scope: model,
    expects: 'json',
  };
}
