import type { VerifiedKeyDto } from '@gemini-balance/shared';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPools } from '../keys/key-pools';
import type { KeyRoster } from '../keys/key-roster';
import type { KeyProbe } from './key-probe';

/** What a verification proved, and how to recognise the key. */
export interface Verification extends VerifiedKeyDto {
  readonly label?: string;
}

/** Verifies keys of all kinds, each in its pool. */
export class KeyVerifier {
  constructor(
    private readonly roster: KeyRoster,
    private readonly pools: KeyPools,
    private readonly probe: KeyProbe,
  ) {}

  /** What upstream says of the key; the pool has taken note of it. `gone` for a key that does not exist. */
  async verify(id: KeyId, signal?: AbortSignal): Promise<Verification> {
    const live = this.roster.get(id);
    if (live === undefined) return { outcome: 'gone' };
    const label = live.key.secret.mask();
    const outcome = await this.probe.probe(this.pools.of(live.kind), id, signal);
    if (outcome === undefined) return { outcome: 'gone', label };
    if (!('error' in outcome)) return { outcome: outcome.kind, label };
    return { outcome: outcome.kind, message: `${outcome.error.status}: ${outcome.error.message}`, label };
  }
}
