import {
  type DynamicModule,
  Global,
  Inject,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type DatabaseSettings, toDataSourceOptions } from './opening/data-source-options';
import { openDatabase } from './opening/open-database';
import type { EncryptionSettings } from './secrets/encryption-key';
import { openSecretBox } from './secrets/open-secret-box';
import { SecretBox } from './secrets/secret-box';
import { openRowConnection, type RowConnection } from './writing/row-connection';
import { RowWriter } from './writing/row-writer';
import { WriteGate } from './writing/write-gate';

const logger = new Logger('database');
const ROW_CONNECTION = Symbol('ROW_CONNECTION');

/** Opens the database at the start and offers DataSource, WriteGate, RowWriter and SecretBox to every module. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(ROW_CONNECTION) private readonly rowConnection: RowConnection) {}

  static forRoot(settings: DatabaseSettings & EncryptionSettings): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          // openDatabase has its own patience; this keeps Nest from adding its own and from logging stacks.
          useFactory: () => ({ ...toDataSourceOptions(settings), toRetry: () => false }),
          dataSourceFactory: () => openDatabase(settings, { tell: (message) => logger.warn(message) }),
        }),
      ],
      providers: [
        {
          provide: WriteGate,
          useFactory: (dataSource: DataSource) => new WriteGate(dataSource),
          inject: [DataSource],
        },
        { provide: ROW_CONNECTION, useFactory: openRowConnection, inject: [DataSource] },
        {
          provide: RowWriter,
          useFactory: (dataSource: DataSource, gate: WriteGate, connection: RowConnection) =>
            new RowWriter(dataSource, gate, connection.runStatement),
          inject: [DataSource, WriteGate, ROW_CONNECTION],
        },
        {
          provide: SecretBox,
          useFactory: (dataSource: DataSource, gate: WriteGate) => openSecretBox(dataSource, gate, settings),
          inject: [DataSource, WriteGate],
        },
      ],
      exports: [WriteGate, RowWriter, SecretBox],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rowConnection.close();
  }
}
