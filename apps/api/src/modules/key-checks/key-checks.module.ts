import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import type { Ids } from '../../core/ids';
import type { KeyPool } from '../../core/keypool/key-pool';
import { derive } from '../../core/settings/derive';
import type { Settings } from '../../core/settings/registry';
import { SettingsStore } from '../../core/settings/settings-store';
import { GatewayModule } from '../gateway/gateway.module';
import { JobsModule } from '../jobs/jobs.module';
import { KeyPools } from '../keys/key-pools';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { KeepKeysVerified } from './keep-keys-verified';
import { KeyProbe, type ProbeTarget } from './key-probe';
import { KeyVerifier } from './key-verifier';
import { RecheckInvalidKeys } from './recheck-invalid-keys.task';
import { VerifyKeysWorker } from './verify-keys.worker';

const logger = new Logger('key-checks');

/** Asks upstream about keys: when an administrator wants it, at fixed times, and after a mass failure. Offers KeyVerifier. */
@Module({
  imports: [GatewayModule, KeysModule, JobsModule],
  providers: [
    {
      provide: KeyProbe,
      useFactory: (sender: AttemptSender, ids: Ids, store: SettingsStore, pools: KeyPools) => {
        const vertex = derive(store, toVertexTarget);
        const targetOf = (pool: KeyPool) => (pool === pools.of('vertex') ? vertex() : undefined);
        return new KeyProbe(sender, ids, () => store.current.TEST_MODEL, targetOf);
      },
      inject: [AttemptSender, IDS, SettingsStore, KeyPools],
    },
    {
      provide: KeyVerifier,
      useFactory: (roster: KeyRoster, pools: KeyPools, probe: KeyProbe) =>
        new KeyVerifier(roster, pools, probe),
      inject: [KeyRoster, KeyPools, KeyProbe],
    },
    {
      provide: VerifyKeysWorker,
      useFactory: (verifier: KeyVerifier) => new VerifyKeysWorker(verifier),
      inject: [KeyVerifier],
    },
    {
      provide: RecheckInvalidKeys,
      useFactory: (pools: KeyPools, probe: KeyProbe, store: SettingsStore, clock: Clock) =>
        new RecheckInvalidKeys(
          () => pools.all(),
          probe,
          clock,
          () => store.current.CHECK_INTERVAL_HOURS,
        ),
      inject: [KeyPools, KeyProbe, SettingsStore, CLOCK],
    },
    {
      provide: KeepKeysVerified,
      useFactory: (pools: KeyPools, probe: KeyProbe, store: SettingsStore, clock: Clock) =>
        new KeepKeysVerified(
          () => pools.all(),
          probe,
          clock,
          derive(store, (settings) => ({
            isEnabled: settings.VALID_KEY_POOL_ENABLED,
            size: settings.VALID_KEY_POOL_SIZE,
            least: settings.POOL_MIN_THRESHOLD,
          })),
          (message) => logger.warn(message),
        ),
      inject: [KeyPools, KeyProbe, SettingsStore, CLOCK],
    },
  ],
  exports: [KeyVerifier],
})
export class KeyChecksModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly keeper: KeepKeysVerified) {}

  onApplicationBootstrap(): void {
    this.keeper.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.keeper.stop();
  }
}

/** Vertex Express lists no models, but counts tokens as the Gemini API does. */
function toVertexTarget({ VERTEX_EXPRESS_BASE_URL }: Settings): ProbeTarget {
  const { origin, pathname } = new URL(VERTEX_EXPRESS_BASE_URL);
  return { origin, path: pathname.replace(/\/+$/, ''), listsModels: false };
}
