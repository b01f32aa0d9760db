import { Global, Injectable, type LoggerService, Module, type OnModuleInit } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { EnvLayer } from '../../core/settings/env/env-layer';
import { SettingsStore } from '../../core/settings/settings-store';
import { DatabaseModule } from '../../database/database.module';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { ADMIN_ACCESS } from '../../http/admin/admin-access';
import { AuditModule } from '../audit/audit.module';
import { RuntimeModule } from '../runtime/runtime.module';
import { SettingOverrides } from './setting-overrides';
import { SettingsModule } from './settings.module';

@Injectable()
class Reader implements OnModuleInit {
  seenAtInit: number | undefined;

  constructor(private readonly store: SettingsStore) {}

  onModuleInit(): void {
    this.seenAtInit = this.store.current.MAX_RETRIES;
  }
}

@Module({ providers: [Reader] })
class ReaderModule {}

@Global()
@Module({ providers: [{ provide: ADMIN_ACCESS, useValue: {} }], exports: [ADMIN_ACCESS] })
class NobodyModule {}

class RecordingLogger implements LoggerService {
  readonly warnings: unknown[] = [];

  log(): void {}

  error(): void {}

  warn(message: unknown): void {
    this.warnings.push(message);
  }
}

const [sqlite] = testDatabases();

let db: OpenTestDatabase;
beforeEach(async () => void (db = await openTestDatabase(sqlite!)));
afterEach(() => db.close());

function anApp(env: EnvLayer, logger = new RecordingLogger()) {
  const imports = [
    ReaderModule,
    RuntimeModule,
    DatabaseModule.forRoot(db.settings),
    NobodyModule,
    AuditModule,
    SettingsModule.forRoot(new SettingsStore(env)),
  ];
  return Test.createTestingModule({ imports }).setLogger(logger).compile();
}

it('puts stored overrides in force before any module starts', async () => {
  const first = await (await anApp({})).init();
  expect(first.get(Reader).seenAtInit).toBe(3);
  await first.get(SettingOverrides).save(new Map([['MAX_RETRIES', 9]]));
  await first.close();

  const second = await (await anApp({})).init();
  expect(second.get(Reader).seenAtInit).toBe(9);
  await second.close();
});

it('tells at the start what does nothing and what looks mistyped, without any value', async () => {
  const logger = new RecordingLogger();
  const app = await (await anApp({ API_KEY: 'planted', PRO_MODELS: 'planted' }, logger)).init();
  await app.close();
  expect(logger.warnings).toEqual([
    'API_KEY is no setting; is API_KEYS meant?',
    'PRO_MODELS is accepted and has no effect.',
  ]);
});
