import type { Settings } from '../../core/settings/registry';
import type { EgressDispatchers } from '../../core/upstream/egress-dispatchers';

type EgressSettings = Pick<Settings, 'PROXIES' | 'PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY'>;

/** Tells which egress proxy a key's calls go through. */
export class EgressOfKeys {
  constructor(
    private readonly egress: Pick<EgressDispatchers, 'for'>,
    private readonly settings: () => EgressSettings,
  ) {}

  /** The id of the proxy, which holds no credentials; undefined for a direct connection, and where calls go round. */
  of(fingerprint: string): string | undefined {
    const { PROXIES, PROXIES_USE_CONSISTENCY_HASH_BY_API_KEY: isFixed } = this.settings();
    return PROXIES.length === 0 || (PROXIES.length > 1 && !isFixed)
      ? undefined
      : this.egress.for(fingerprint).egressId;
  }
}
