import { Module } from '@nestjs/common';
import { AddressGuard } from '../../core/fetch/address-guard';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { EgressDispatchers } from '../../core/upstream/egress/egress-dispatchers';
import { UpstreamModule } from '../upstream/upstream.module';
import { MediaFetcher } from './media-fetcher';
import { systemLookUp } from './safe-target';

/** Pictures, sounds and documents behind the web addresses that clients name. */
@Module({
  imports: [UpstreamModule],
  providers: [
    {
      provide: MediaFetcher,
      useFactory: (egress: EgressDispatchers, store: SettingsStore) =>
        new MediaFetcher(
          egress,
          derive(store, ({ FETCH_ALLOW_CIDRS }) => new AddressGuard(FETCH_ALLOW_CIDRS)),
          systemLookUp,
        ),
      inject: [EgressDispatchers, SettingsStore],
    },
  ],
  exports: [MediaFetcher],
})
export class MediaModule {}
