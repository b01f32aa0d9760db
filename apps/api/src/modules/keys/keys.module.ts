import { KEY_KINDS } from '@gemini-balance/shared';
import { Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { RandomFn } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress-dispatchers';
import { SecretBox } from '../../database/secret-box';
import { WriteGate } from '../../database/write-gate';
import { CLOCK, RANDOM } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { AddKeys } from './add-keys';
import { ChangeKeysService } from './change-keys.service';
import { restEgress, withEgressRests } from './egress-rests';
import { ImportKeysService } from './import-keys.service';
import { importEnvKeys } from './import-env-keys';
import { KeyPools } from './key-pools';
import { KeyRepository } from './key.repository';
import { KeyRoster } from './key-roster';
import { KeyStateFollower } from './key-state-follower';
import { KeyStateRepository } from './key-state.repository';
import { KeyUsage } from './key-usage';
import { KeysController } from './keys.controller';
import { ListKeysService } from './list-keys.service';
import { loadKeys } from './load-keys';
import { toCautionPolicy } from './to-caution-policy';
import { toHoldPolicy } from './to-hold-policy';

const logger = new Logger('keys');
const STORAGE = [DataSource, WriteGate, SecretBox];

/** The keys: stored, lent by the pools, administered. Offers KeyPools to borrow from, and KeyUsage to the telemetry. */
@Module({
  imports: [UpstreamModule],
  controllers: [KeysController],
  providers: [
    {
      provide: KeyRepository,
      useFactory: (...storage: ConstructorParameters<typeof KeyRepository>) => new KeyRepository(...storage),
      inject: STORAGE,
    },
    {
      provide: KeyStateRepository,
      useFactory: (dataSource: DataSource, gate: WriteGate) => new KeyStateRepository(dataSource, gate),
      inject: [DataSource, WriteGate],
    },
    {
      provide: AddKeys,
      useFactory: (gate: WriteGate, box: SecretBox, clock: Clock) => new AddKeys(gate, box, clock),
      inject: [WriteGate, SecretBox, CLOCK],
    },
    {
      provide: KeyStateFollower,
      useFactory: (state: KeyStateRepository, clock: Clock) =>
        new KeyStateFollower(state, clock, (message) => logger.warn(message)),
      inject: [KeyStateRepository, CLOCK],
    },
    {
      provide: KeyUsage,
      useFactory: (follower: KeyStateFollower) => new KeyUsage(follower),
      inject: [KeyStateFollower],
    },
    {
      provide: KeyPools,
      useFactory: (
        clock: Clock,
        random: RandomFn,
        store: SettingsStore,
        follower: KeyStateFollower,
        egress: EgressDispatchers,
      ) =>
        new KeyPools(
          clock,
          random,
          derive(store, toHoldPolicy),
          (kind) => withEgressRests(follower.listenerOf(kind), egress),
          derive(store, toCautionPolicy),
        ),
      inject: [CLOCK, RANDOM, SettingsStore, KeyStateFollower, EgressDispatchers],
    },
    {
      provide: KeyRoster,
      useFactory: openRoster,
      inject: [KeyPools, KeyRepository, KeyStateRepository, AddKeys, SettingsStore, CLOCK, EgressDispatchers],
    },
    {
      provide: ListKeysService,
      useFactory: (...parts: ConstructorParameters<typeof ListKeysService>) => new ListKeysService(...parts),
      inject: [KeyRoster, KeyPools, KeyRepository, KeyStateFollower],
    },
    {
      provide: ImportKeysService,
      useFactory: (roster: KeyRoster, add: AddKeys) => new ImportKeysService(roster, add),
      inject: [KeyRoster, AddKeys],
    },
    {
      provide: ChangeKeysService,
      useFactory: (...parts: ConstructorParameters<typeof ChangeKeysService>) =>
        new ChangeKeysService(...parts),
      inject: [KeyRoster, KeyPools, KeyRepository, CLOCK],
    },
  ],
  exports: [KeyPools, KeyRoster, KeyUsage],
})
export class KeysModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly follower: KeyStateFollower) {}

  onApplicationBootstrap(): void {
    this.follower.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }
}

async function openRoster(
  pools: KeyPools,
  keys: KeyRepository,
  state: KeyStateRepository,
  addKeys: AddKeys,
  store: SettingsStore,
  clock: Clock,
  egress: EgressDispatchers,
): Promise<KeyRoster> {
  const roster = new KeyRoster(pools);
  await loadKeys(roster, keys, state, clock.nowMs());
  for (const kind of KEY_KINDS) restEgress(pools.of(kind).holds(), egress);
  await importEnvKeys(store.current, roster, addKeys, (message) => logger.log(message));
  return roster;
}
