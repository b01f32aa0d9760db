import { Cancellation } from '../../core/cancellation';
import type { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { Ids } from '../../core/ids';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { Outcome } from '../../core/outcome';

const PROBE_TIMEOUT_MS = 30_000;

/**
 * The scope of a probe: that tokens are counted says nothing of the quota of a model, and so neither lifts nor makes a
 * rest for one.
 */
const PROBE_SCOPE = 'countTokens';

/** Where the keys of a pool are probed. */
export interface ProbeTarget {
  /** Scheme and host; undefined for those of `BASE_URL`. */
  readonly origin?: string;
  /** What comes before `/models`. */
  readonly path: string;
  readonly listsModels: boolean;
}

const GEMINI_API: ProbeTarget = { path: '/v1beta', listsModels: true };

/** Asks upstream whether it takes a key, by counting the tokens of a word: that spends no quota. */
export class KeyProbe {
  constructor(
    private readonly sender: AttemptSender,
    private readonly ids: Pick<Ids, 'requestId'>,
    private readonly testModel: () => string,
    private readonly targetOf: (pool: KeyPool) => ProbeTarget | undefined = () => undefined,
  ) {}

  /**
   * What the probe proved, which the pool has taken note of; undefined for a key that is gone. A success lifts what the
   * key was held for as a whole.
   */
  async probe(pool: KeyPool, id: KeyId, signal?: AbortSignal): Promise<Outcome | undefined> {
    const model = this.testModel();
    const target = this.targetOf(pool) ?? GEMINI_API;
    const counted = await this.#send(pool, id, countingCall(target, model), model, signal);
    if (!target.listsModels || !isAboutTheModel(counted)) return counted;
    // A model that is not there is no fault of the key; the list of models needs none.
    return this.#send(pool, id, listingCall(target), '', signal);
  }

  async #send(
    pool: KeyPool,
    id: KeyId,
    call: UpstreamCall,
    model: string,
    signal: AbortSignal | undefined,
  ): Promise<Outcome | undefined> {
    const lease = pool.acquireForProbe(id, PROBE_SCOPE);
    if (lease === undefined) return undefined;
    const timeout = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const order = {
      requestId: this.ids.requestId(),
      call,
      model,
      sink: new CollectedReply(),
      cancellation: Cancellation.following(signal ? AbortSignal.any([signal, timeout]) : timeout),
      isModelListed: false,
    };
    return (await this.sender.send(order, lease, 1)).outcome;
  }
}

function isAboutTheModel(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'model_not_found' || outcome?.kind === 'model_closed';
}

const COMMON = { replyForm: 'unary', scope: PROBE_SCOPE, expects: 'json' } as const;

function countingCall({ origin, path }: ProbeTarget, model: string): UpstreamCall {
  return {
    ...COMMON,
    ...(origin !== undefined && { origin }),
    method: 'POST',
    path: `${path}/models/${model}:countTokens`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'hi' }] }] })),
  };
}

function listingCall({ path }: ProbeTarget): UpstreamCall {
  return { ...COMMON, method: 'GET', path: `${path}/models?pageSize=1`, headers: {}, body: undefined };
}
