import type { Clock } from '../../core/clock';
import { isKeyFault } from '../../core/gateway/dispatch/retry-policy';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import { Repeater } from '../../core/repeater';
import type { KeyProbe } from './key-probe';

/** How often the pools are looked at; what waits for a verified key waits that long at most until one is sought. */
const LOOK_MS = 100;
/** The pause after a round that proved nothing, such as while upstream cannot be reached. */
const PAUSE_MS = 2_000;
/** So many good keys one after another show that the dead ones were not typical. */
const GOOD_IN_A_ROW = 30;
/** How many keys are verified at a time: while too few are at hand, until enough are, and from then on. */
const AT_ONCE = { urgent: 10, soon: 3, later: 1 };

/** How many verified keys the operator wants at hand. */
export interface VerifiedStock {
  /** `VALID_KEY_POOL_ENABLED` */
  readonly isEnabled: boolean;
  /** `VALID_KEY_POOL_SIZE` */
  readonly size: number;
  /** `POOL_MIN_THRESHOLD`: below it keys are verified as fast as it goes. */
  readonly least: number;
}

/** After a mass failure, verifies the keys that are left, until all are known to be good or dead. */
export class KeepKeysVerified {
  readonly #stopping = new AbortController();
  readonly #goodInARow = new Map<KeyPool, number>();
  readonly #repeater: Repeater;

  constructor(
    private readonly pools: () => readonly KeyPool[],
    private readonly probe: Pick<KeyProbe, 'probe'>,
    private readonly clock: Clock,
    private readonly stock: () => VerifiedStock,
    private readonly tell: (message: string) => void,
  ) {
    this.#repeater = new Repeater(clock, LOOK_MS, () => this.round());
  }

  start(): void {
    this.#repeater.start();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#repeater.stop();
  }

  /** Verifies some keys of each pool that needs it. Never rejects. */
  async round(): Promise<void> {
    for (const pool of this.pools()) if (pool.isCautious) await this.#verifySome(pool);
  }

  async #verifySome(pool: KeyPool): Promise<void> {
    if (!this.#goodInARow.has(pool)) {
      this.#goodInARow.set(pool, 0);
      this.tell(
        'Many keys were refused at once: until the others are verified, only keys known to be good are used.',
      );
    }
    const { isEnabled, size, least } = this.stock();
    const { provenReady, isStarving, unproven } = pool.verification(AT_ONCE.urgent);
    if (!isEnabled || unproven.length === 0) return this.#end(pool);
    const pace = isStarving || provenReady < least ? 'urgent' : provenReady < size ? 'soon' : 'later';
    const results = await Promise.all(unproven.slice(0, AT_ONCE[pace]).map((id) => this.#verify(pool, id)));
    if ((this.#goodInARow.get(pool) ?? 0) >= GOOD_IN_A_ROW) return this.#end(pool);
    if (!results.includes('good') && !results.includes('dead'))
      await this.clock.sleep(PAUSE_MS, this.#stopping.signal);
  }

  async #verify(pool: KeyPool, id: KeyId): Promise<'good' | 'dead' | 'unknown'> {
    const outcome = await this.probe.probe(pool, id, this.#stopping.signal).catch(() => undefined);
    const isGood = outcome?.kind === 'ok';
    if (isGood) this.#goodInARow.set(pool, (this.#goodInARow.get(pool) ?? 0) + 1);
    else if (outcome !== undefined && isKeyFault(outcome.kind)) this.#goodInARow.set(pool, 0);
    else return 'unknown';
    return isGood ? 'good' : 'dead';
  }

  #end(pool: KeyPool): void {
    pool.endCaution();
    this.#goodInARow.delete(pool);
    this.tell('Every key that is ready is used again.');
  }
}
