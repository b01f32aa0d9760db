import { Injectable, Logger, Module } from '@nestjs/common';
import { Interval, ScheduleModule } from '@nestjs/schedule';
import type { Clock } from '../../core/clock';
import { AttemptSender } from '../../core/gateway/attempt-sender';
import type { Ids } from '../../core/ids';
import { SettingsStore } from '../../core/settings/settings-store';
import { GatewayModule } from '../gateway/gateway.module';
import { KeyPools } from '../keys/key-pools';
import { KeysModule } from '../keys/keys.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { KeyProbe } from './key-probe';
import { RecheckInvalidKeys } from './recheck-invalid-keys.task';

const MINUTE_MS = 60_000;

/** Winds up the scheduled jobs. */
@Injectable()
class ScheduledJobs {
  readonly #logger = new Logger('scheduler');

  constructor(private readonly recheck: RecheckInvalidKeys) {}

  @Interval(MINUTE_MS)
  async recheckInvalidKeys(): Promise<void> {
    const probed = await this.recheck.runIfDue();
    if (probed > 0) this.#logger.log(`Checked ${probed} invalid key(s) again.`);
  }
}

/** Work that is done at fixed times. */
@Module({
  imports: [ScheduleModule.forRoot(), GatewayModule, KeysModule],
  providers: [
    ScheduledJobs,
    {
      provide: RecheckInvalidKeys,
      useFactory: (pools: KeyPools, sender: AttemptSender, store: SettingsStore, clock: Clock, ids: Ids) =>
        new RecheckInvalidKeys(
          () => [pools.of('gemini')],
          new KeyProbe(sender, ids, () => store.current.TEST_MODEL),
          clock,
          () => store.current.CHECK_INTERVAL_HOURS,
        ),
      inject: [KeyPools, AttemptSender, SettingsStore, CLOCK, IDS],
    },
  ],
})
export class SchedulerModule {}
