import { Module } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { Jobs } from '../jobs/jobs';
import { JobsModule } from '../jobs/jobs.module';
import { KeyChecksModule } from '../key-checks/key-checks.module';
import { KeyVerifier } from '../key-checks/key-verifier';
import { AddKeys } from '../keys/add-keys';
import { ChangeKeysService } from '../keys/change-keys.service';
import { KeyErrors } from '../keys/key-errors';
import { KeyPools } from '../keys/key-pools';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { LogReader } from '../logs/reading/log-reader';
import { LearntQuotas } from '../quotas/learnt-quotas';
import { QuotaStore } from '../quotas/quota-store';
import { QuotasModule } from '../quotas/quotas.module';
import { CLOCK } from '../runtime/runtime-tokens';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { UsageOfKeys } from '../telemetry/usage-of-keys';
import { UpstreamModule } from '../upstream/upstream.module';
import { ImportKeysService } from './adding/import-keys.service';
import { VerifyNewKeysWorker } from './adding/verify-new-keys.worker';
import { ListCapacityService } from './capacity/list-capacity.service';
import { ChangeKeysWorker, KEY_CHANGES } from './change-keys.worker';
import { FindKeys } from './finding/find-keys';
import { KeyDetails } from './key-details.service';
import { KeyGroupsController } from './key-groups.controller';
import { KeyRestsController } from './key-rests.controller';
import { KeyWorkController } from './key-work.controller';
import { KeysController } from './keys.controller';
import { ListKeysService } from './list-keys.service';
import { KeySecretsController } from './secrets/key-secrets.controller';
import { KeyListRoutes } from './status/key-list.routes';
import { KeyStatusController } from './status/key-status.controller';
import { KeyStatusService } from './status/key-status.service';

/** What administrators see of keys and do with them. Paths with a name stand before those with an id. */
@Module({
  imports: [KeysModule, KeyChecksModule, JobsModule, QuotasModule, TelemetryModule, UpstreamModule],
  controllers: [
    KeyRestsController,
    KeyWorkController,
    KeySecretsController,
    KeysController,
    KeyGroupsController,
    KeyStatusController,
  ],
  providers: [
    KeyListRoutes,
    {
      provide: FindKeys,
      useFactory: (roster: KeyRoster, pools: KeyPools, egress: EgressDispatchers) =>
        new FindKeys(roster, pools, egress),
      inject: [KeyRoster, KeyPools, EgressDispatchers],
    },
    {
      provide: ListKeysService,
      useFactory: (...parts: ConstructorParameters<typeof ListKeysService>) => new ListKeysService(...parts),
      inject: [KeyRoster, KeyPools, FindKeys, KeyErrors, UsageOfKeys, EgressDispatchers, CLOCK],
    },
    {
      provide: KeyDetails,
      useFactory: (lists: ListKeysService, usage: UsageOfKeys, logs: LogReader, clock: Clock) =>
        new KeyDetails(lists, usage, logs, clock),
      inject: [ListKeysService, UsageOfKeys, LogReader, CLOCK],
    },
    {
      provide: ImportKeysService,
      useFactory: (roster: KeyRoster, add: AddKeys, jobs: Jobs) => new ImportKeysService(roster, add, jobs),
      inject: [KeyRoster, AddKeys, Jobs],
    },
    {
      provide: KeyStatusService,
      useFactory: (roster: KeyRoster, usage: UsageOfKeys, clock: Clock) =>
        new KeyStatusService(roster, usage, clock),
      inject: [KeyRoster, UsageOfKeys, CLOCK],
    },
    {
      provide: ListCapacityService,
      useFactory: (...parts: ConstructorParameters<typeof ListCapacityService>) =>
        new ListCapacityService(...parts),
      inject: [KeyRoster, KeyPools, LearntQuotas, QuotaStore, UsageOfKeys, CLOCK],
    },
    {
      provide: VerifyNewKeysWorker,
      useFactory: (verifier: KeyVerifier, changes: ChangeKeysService) =>
        new VerifyNewKeysWorker(verifier, changes),
      inject: [KeyVerifier, ChangeKeysService],
    },
    ...KEY_CHANGES.map((change) => ({
      provide: `worker of ${change.kind}`,
      useFactory: (roster: KeyRoster, changes: ChangeKeysService) =>
        new ChangeKeysWorker(change, roster, changes),
      inject: [KeyRoster, ChangeKeysService],
    })),
  ],
})
export class KeyAdminModule {}
