import { Module } from '@nestjs/common';
import { version } from '../../../package.json';
import type { Clock } from '../../core/clock';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { hostAxios } from '../../core/uploads/host-axios';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { CLOCK } from '../runtime/runtime-tokens';
import { UpstreamModule } from '../upstream/upstream.module';
import { VersionCheck } from './version-check';
import { VersionController } from './version.controller';

/** `/api/version`: this gateway's version and the newest one. */
@Module({
  imports: [UpstreamModule],
  controllers: [VersionController],
  providers: [
    {
      provide: VersionCheck,
      useFactory: (egress: EgressDispatchers, store: SettingsStore, clock: Clock) =>
        new VersionCheck(
          version,
          hostAxios(egress),
          derive(store, (settings) => ({
            owner: settings.GITHUB_REPO_OWNER,
            name: settings.GITHUB_REPO_NAME,
          })),
          clock,
        ),
      inject: [EgressDispatchers, SettingsStore, CLOCK],
    },
  ],
})
export class VersionModule {}
