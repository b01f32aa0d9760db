import { Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Clock } from '../../core/clock';
import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import type { GatewayObserver } from '../../core/gateway/observing/gateway-observer';
import { TranslationThread } from '../../core/gateway/threads/translation-thread';
import { Translator } from '../../core/gateway/translation/translator';
import type { Ids, RandomFn } from '../../core/ids';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { UpstreamClient } from '../../core/upstream/upstream-client';
import { MediaFetcher } from '../media/media-fetcher';
import { MediaModule } from '../media/media.module';
import { CLOCK, IDS, RANDOM } from '../runtime/runtime-tokens';
import { SignaturesModule } from '../signatures/signatures.module';
import { ThoughtSignatures } from '../signatures/thought-signatures';
import { GATEWAY_OBSERVER } from '../telemetry/gateway-telemetry';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { toApiVersion } from '../upstream/upstream-settings';
import { UpstreamModule } from '../upstream/upstream.module';
import { ChangeReport } from './change-report';
import { ClientCalls } from './client-calls';
import { CountedCalls } from './counted-calls';
import { EventStreams } from './event-streams';
import { NeedsResolver } from './needs-resolver';
import { ReadCalls } from './read-calls';
import { RequestBodies } from './request-bodies';
import { RequestOpener } from './request-opener';
import { toNativeManners, toStreamManners } from './stream-manners';
import { TranslatedCalls } from './translated-calls';

const logger = new Logger('gateway');

/** From a client's request to an attempt that answers it. */
@Module({
  imports: [UpstreamModule, TelemetryModule, MediaModule, SignaturesModule],
  providers: [
    {
      provide: AttemptSender,
      useFactory: (upstream: UpstreamClient, observer: GatewayObserver, clock: Clock) =>
        new AttemptSender(upstream, observer, clock),
      inject: [UpstreamClient, GATEWAY_OBSERVER, CLOCK],
    },
    {
      provide: Dispatcher,
      useFactory: (sender: AttemptSender, clock: Clock, random: RandomFn, store: SettingsStore) =>
        new Dispatcher(sender, {
          clock,
          random,
          policy: derive(store, ({ MAX_RETRIES }) => ({ maxRetries: MAX_RETRIES })),
        }),
      inject: [AttemptSender, CLOCK, RANDOM, SettingsStore],
    },
    {
      provide: ClientCalls,
      useFactory: (dispatcher: Dispatcher, clock: Clock, store: SettingsStore) =>
        new ClientCalls(dispatcher, clock, derive(store, toNativeManners)),
      inject: [Dispatcher, CLOCK, SettingsStore],
    },
    {
      provide: EventStreams,
      useFactory: (clock: Clock, store: SettingsStore) =>
        new EventStreams(clock, () => store.current.STREAM_KEEPALIVE_SECONDS * 1000),
      inject: [CLOCK, SettingsStore],
    },
    {
      provide: ReadCalls,
      useFactory: (dispatcher: Dispatcher, store: SettingsStore) =>
        new ReadCalls(dispatcher, derive(store, toApiVersion)),
      inject: [Dispatcher, SettingsStore],
    },
    {
      provide: RequestBodies,
      useFactory: (store: SettingsStore) =>
        new RequestBodies(
          derive(store, (s) => ({ maxBodyMb: s.MAX_BODY_MB, bodyBudgetMb: s.BODY_BUDGET_MB })),
        ),
      inject: [SettingsStore],
    },
    {
      provide: Translator,
      useFactory: (dispatcher: Dispatcher, clock: Clock, store: SettingsStore) =>
        new Translator(dispatcher, clock, derive(store, toStreamManners)),
      inject: [Dispatcher, CLOCK, SettingsStore],
    },
    {
      provide: TranslationThread,
      useFactory: () => new TranslationThread(() => new Worker(join(__dirname, 'translation.worker.js'))),
    },
    {
      provide: RequestOpener,
      useFactory: (thread: TranslationThread) => new RequestOpener(thread),
      inject: [TranslationThread],
    },
    {
      provide: NeedsResolver,
      useFactory: (media: MediaFetcher, signatures: ThoughtSignatures, bodies: RequestBodies) =>
        new NeedsResolver(media, signatures, bodies),
      inject: [MediaFetcher, ThoughtSignatures, RequestBodies],
    },
    {
      provide: CountedCalls,
      useFactory: (needs: NeedsResolver, reads: ReadCalls) => new CountedCalls(needs, reads),
      inject: [NeedsResolver, ReadCalls],
    },
    {
      provide: ChangeReport,
      useFactory: () =>
        new ChangeReport((changes, requestId, isNew) =>
          logger[isNew ? 'log' : 'debug']({ requestId, changes }, 'A request was changed for upstream.'),
        ),
    },
    {
      provide: TranslatedCalls,
      useFactory: (
        translator: Translator,
        needs: NeedsResolver,
        signatures: ThoughtSignatures,
        changes: ChangeReport,
        ids: Ids,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new TranslatedCalls(
          translator,
          needs,
          signatures,
          changes,
          ids,
          clock,
          derive(store, (settings) => ({
            apiVersion: toApiVersion(settings),
            fakesStreams: settings.FAKE_STREAM_ENABLED,
          })),
        ),
      inject: [Translator, NeedsResolver, ThoughtSignatures, ChangeReport, IDS, CLOCK, SettingsStore],
    },
  ],
  exports: [
    AttemptSender,
    Dispatcher,
    ClientCalls,
    CountedCalls,
    EventStreams,
    NeedsResolver,
    ReadCalls,
    RequestBodies,
    RequestOpener,
    TranslatedCalls,
  ],
})
export class GatewayModule implements OnApplicationShutdown {
  constructor(private readonly thread: TranslationThread) {}

  async onApplicationShutdown(): Promise<void> {
    await this.thread.stop();
  }
}
