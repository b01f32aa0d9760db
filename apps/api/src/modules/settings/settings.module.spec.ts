import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { SettingsStore } from '../../core/settings/settings-store';
import { DatabaseModule } from '../../database/database.module';
import { openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
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

const [sqlite] = testDatabases();

it('puts stored overrides in force before any module starts', async () => {
  const db = await openTestDatabase(sqlite!);
  const anApp = () =>
    Test.createTestingModule({
      imports: [
        ReaderModule,
        RuntimeModule,
        DatabaseModule.forRoot(db.settings),
        SettingsModule.forRoot(new SettingsStore({})),
      ],
    }).compile();

  const first = await (await anApp()).init();
  expect(first.get(Reader).seenAtInit).toBe(3);
  await first.get(SettingOverrides).save(new Map([['MAX_RETRIES', 9]]));
  await first.close();

  const second = await (await anApp()).init();
  expect(second.get(Reader).seenAtInit).toBe(9);
  await second.close();
  await db.close();
});
