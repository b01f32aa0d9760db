import { type BeforeApplicationShutdown, Logger, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { KEY_KINDS } from '@gemini-balance/shared';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import type { RandomFn } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { SecretBox } from '../../database/secrets/secret-box';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { CLOCK, RANDOM } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { AddKeys } from './add-keys';
import { ChangeKeysService } from './change-keys.service';
import { FollowKeyChanges } from './following/follow-key-changes';
import { KeyWrites } from './following/key-writes';
import { importEnvKeys } from './import-env-keys';
import { KeyErrors } from './key-errors';
import { KeyGroups } from './key-groups';
import { KeyPools } from './key-pools';
import { KeyRoster } from './key-roster';
import { KeyUsage } from './key-usage';
import { loadKeys } from './load-keys';
import { restEgress, withEgressRests } from './state/egress-rests';
import { KeyStateFollower } from './state/key-state-follower';
import { KeyStateRepository } from './storage/key-state.repository';
import { KeyRepository } from './storage/key.repository';
import { toCautionPolicy } from './to-caution-policy';
import { toHoldPolicy } from './to-hold-policy';

const logger = new Logger('keys');

/**
 * The keys: stored, lent by the pools, in step with other processes. Offers KeyPools to borrow from, KeyRoster with what is
 * known of each key, and the ways to change them.
 */
@Module({
  imports: [UpstreamModule],
  providers: [
    {
      provide: KeyWrites,
      useFactory: (dataSource: DataSource, gate: WriteGate) => new KeyWrites(dataSource, gate),
      inject: [DataSource, WriteGate],
    },
    {
      provide: KeyRepository,
      useFactory: (...parts: ConstructorParameters<typeof KeyRepository>) => new KeyRepository(...parts),
      inject: [DataSource, KeyWrites, SecretBox],
    },
    {
      provide: KeyStateRepository,
      useFactory: (...parts: ConstructorParameters<typeof KeyStateRepository>) =>
        new KeyStateRepository(...parts),
      inject: [DataSource, WriteGate, KeyWrites, CLOCK],
    },
    {
      provide: KeyGroups,
      useFactory: (...parts: ConstructorParameters<typeof KeyGroups>) => new KeyGroups(...parts),
      inject: [DataSource, KeyWrites, CLOCK],
    },
    {
      provide: AddKeys,
      useFactory: (...parts: ConstructorParameters<typeof AddKeys>) => new AddKeys(...parts),
      inject: [KeyWrites, SecretBox, CLOCK],
    },
    {
      provide: KeyStateFollower,
      useFactory: (state: KeyStateRepository, clock: Clock) =>
        new KeyStateFollower(state, clock, (message) => logger.warn(message)),
      inject: [KeyStateRepository, CLOCK],
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
    // Filled by FollowKeyChanges, which everybody waits for who needs the keys.
    { provide: KeyRoster, useFactory: (pools: KeyPools) => new KeyRoster(pools), inject: [KeyPools] },
    {
      provide: KeyUsage,
      useFactory: (follower: KeyStateFollower, roster: KeyRoster) => new KeyUsage(follower, roster),
      inject: [KeyStateFollower, KeyRoster],
    },
    {
      provide: KeyErrors,
      useFactory: (keys: KeyRepository, follower: KeyStateFollower) => new KeyErrors(keys, follower),
      inject: [KeyRepository, KeyStateFollower],
    },
    {
      provide: ChangeKeysService,
      useFactory: (...parts: ConstructorParameters<typeof ChangeKeysService>) =>
        new ChangeKeysService(...parts),
      inject: [KeyRoster, KeyPools, KeyRepository, KeyGroups, CLOCK],
    },
    {
      provide: FollowKeyChanges,
      useFactory: openKeys,
      inject: [
        KeyRoster,
        KeyPools,
        KeyRepository,
        KeyStateRepository,
        KeyGroups,
        AddKeys,
        KeyWrites,
        DataSource,
        SettingsStore,
        CLOCK,
        EgressDispatchers,
      ],
    },
  ],
  exports: [KeyPools, KeyRoster, KeyUsage, KeyErrors, KeyGroups, AddKeys, ChangeKeysService],
})
export class KeysModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly follower: KeyStateFollower,
    private readonly others: FollowKeyChanges,
  ) {}

  onApplicationBootstrap(): void {
    this.follower.start();
    this.others.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.others.stop();
    await this.follower.stop();
  }
}

/** Loads the keys, takes those of the environment over, and goes on to follow what other processes change. */
async function openKeys(
  roster: KeyRoster,
  pools: KeyPools,
  keys: KeyRepository,
  state: KeyStateRepository,
  groups: KeyGroups,
  addKeys: AddKeys,
  writes: KeyWrites,
  dataSource: DataSource,
  store: SettingsStore,
  clock: Clock,
  egress: EgressDispatchers,
): Promise<FollowKeyChanges> {
  const parts = { roster, pools, keys, state, groups };
  const warn = rarely((failure: unknown, count) =>
    logger.warn({ err: failure, count }, 'What other processes changed could not be read.'),
  );
  const others = new FollowKeyChanges(parts, dataSource, writes, egress, clock, warn);
  await others.begin();
  await loadKeys(parts, clock.nowMs());
  for (const kind of KEY_KINDS) restEgress(pools.of(kind).holds(), egress);
  await importEnvKeys(store.current, roster, addKeys, (message) => logger.log(message));
  return others;
}
