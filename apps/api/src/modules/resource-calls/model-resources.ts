import type { KeyId } from '../../core/keypool/hold';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { RelayedCall } from '../gateway/client-calls';
import type { KnownResources } from '../resources/known-resources';
import { ReplyKeeper } from './reply-keeper';
import type { ResourceCalls } from './resource-calls';
import { parseResourcePath } from './resource-path';

/** Clients go on at once. */
const CONTINUATION_MS = 3_600_000;

/** What upstream keeps of calls of models: batches, and operations that stand below their model. */
export class ModelResources {
  constructor(
    private readonly calls: ResourceCalls,
    private readonly known: KnownResources,
  ) {}

  /** Whether what follows `models/` is a resource of a model, and not a model: `veo/operations/x`. */
  isAbout(tail: string): boolean {
    return tail.includes('/operations/');
  }

  relay(exchange: ClientExchange, version: string): Promise<void> {
    const tail = exchange.tail.startsWith('models/') ? exchange.tail : `models/${exchange.tail}`;
    return this.calls.relay(exchange, parseResourcePath(tail), { prefix: `/${version}` });
  }

  /** A reply that upstream has broken off is gone on with by the same key. */
  readonly keepContinuation = ({ identity }: ClientExchange, token: string, keyId: KeyId): void =>
    void this.known.keep([
      {
        name: `continuations/${token}`,
        keyKind: 'gemini',
        keyId,
        tokenId: identity?.id ?? 0,
        lifetimeMs: CONTINUATION_MS,
      },
    ]);

  /** What a call of a model is sent with whose reply names something that upstream keeps. */
  keeping({ identity }: ClientExchange, model: string): Pick<RelayedCall, 'watch' | 'onAttempt'> {
    const owner = { keyKind: 'gemini', tokenId: identity?.id ?? 0 } as const;
    const keeper = new ReplyKeeper(this.known, parseResourcePath(`models/${model}`), owner, false);
    return { watch: keeper, onAttempt: (keyId) => (keeper.keyId = keyId) };
  }
}
