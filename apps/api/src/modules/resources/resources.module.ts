import { Logger, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../core/clock';
import { Repeater } from '../../core/repeater';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { SecretBox } from '../../database/secrets/secret-box';
import { WriteGate } from '../../database/writing/write-gate';
import { rarely } from '../../logging/rarely';
import { BackgroundWork } from '../../scheduling/background-work';
import { CLOCK } from '../runtime/runtime-tokens';
import { CleanUpResources } from './clean-up-resources.task';
import { FilesAtUpstream } from './files/files-at-upstream';
import { StoredFiles } from './files/stored-files';
import { KnownResources } from './known-resources';
import { ResourcePins } from './resource-pins';
import { ResourceRepository } from './resource.repository';
import { UploadSessions } from './upload-sessions';

const FLUSH_MS = 1_000;
const logger = new Logger('resources');

/** What upstream keeps for clients: which key reaches it, whose it is, and the uploads under way. */
@Module({
  providers: [
    {
      provide: ResourceRepository,
      useFactory: (dataSource: DataSource, gate: WriteGate) => new ResourceRepository(dataSource, gate),
      inject: [DataSource, WriteGate],
    },
    {
      provide: StoredFiles,
      useFactory: (dataSource: DataSource) => new StoredFiles(dataSource),
      inject: [DataSource],
    },
    {
      provide: UploadSessions,
      useFactory: (...parts: ConstructorParameters<typeof UploadSessions>) => new UploadSessions(...parts),
      inject: [DataSource, WriteGate, SecretBox, CLOCK],
    },
    {
      provide: KnownResources,
      useFactory: (repository: ResourceRepository, clock: Clock) =>
        new KnownResources(
          repository,
          clock,
          rarely((failure, count) =>
            logger.error(
              { err: failure, count },
              'It was not stored which key holds a resource; it is tried again.',
            ),
          ),
        ),
      inject: [ResourceRepository, CLOCK],
    },
    {
      provide: ResourcePins,
      useFactory: (known: KnownResources, store: SettingsStore, clock: Clock) =>
        new ResourcePins(
          known,
          () => store.current.FILES_USER_ISOLATION_ENABLED,
          () => clock.nowMs(),
        ),
      inject: [KnownResources, SettingsStore, CLOCK],
    },
    {
      provide: CleanUpResources,
      useFactory: (
        resources: ResourceRepository,
        uploads: UploadSessions,
        clock: Clock,
        store: SettingsStore,
      ) =>
        new CleanUpResources(
          resources,
          uploads,
          clock,
          derive(store, (s) => ({
            isEnabled: s.FILES_CLEANUP_ENABLED,
            intervalHours: s.FILES_CLEANUP_INTERVAL_HOURS,
          })),
        ),
      inject: [ResourceRepository, UploadSessions, CLOCK, SettingsStore],
    },
    {
      provide: FilesAtUpstream,
      useFactory: (files: StoredFiles, cleanUp: CleanUpResources) => new FilesAtUpstream(files, cleanUp.name),
      inject: [StoredFiles, CleanUpResources],
    },
    {
      provide: BackgroundWork,
      useFactory: (clock: Clock, known: KnownResources) => {
        const flush = () => known.flush();
        return new BackgroundWork([new Repeater(clock, FLUSH_MS, flush)], flush);
      },
      inject: [CLOCK, KnownResources],
    },
  ],
  exports: [KnownResources, ResourcePins, StoredFiles, UploadSessions],
})
export class ResourcesModule {}
