import { Module } from '@nestjs/common';
import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { GatewayModule } from '../gateway/gateway.module';
import { JobsModule } from '../jobs/jobs.module';
import { KeyPools } from '../keys/key-pools';
import { KeyRoster } from '../keys/key-roster';
import { KeysModule } from '../keys/keys.module';
import { StoredFiles } from '../resources/files/stored-files';
import { KnownResources } from '../resources/known-resources';
import { ResourcesModule } from '../resources/resources.module';
import { CLOCK, IDS } from '../runtime/runtime-tokens';
import { TokenNames } from '../tokens/token-names';
import { TokensModule } from '../tokens/tokens.module';
import { DeleteFilesWorker } from './delete-files.worker';
import { FileRemoval } from './file-removal';
import { FilesController } from './files.controller';
import { ListFilesService } from './list-files.service';

/** What administrators see of the files that upstream keeps, and do with them. */
@Module({
  imports: [GatewayModule, KeysModule, ResourcesModule, TokensModule, JobsModule],
  controllers: [FilesController],
  providers: [
    {
      provide: ListFilesService,
      useFactory: (...parts: ConstructorParameters<typeof ListFilesService>) =>
        new ListFilesService(...parts),
      inject: [StoredFiles, KeyRoster, TokenNames, CLOCK],
    },
    {
      provide: FileRemoval,
      useFactory: (...parts: ConstructorParameters<typeof FileRemoval>) => new FileRemoval(...parts),
      inject: [StoredFiles, KnownResources, KeyPools, AttemptSender, IDS, CLOCK],
    },
    {
      provide: DeleteFilesWorker,
      useFactory: (removal: FileRemoval) => new DeleteFilesWorker(removal),
      inject: [FileRemoval],
    },
  ],
})
export class FileAdminModule {}
