import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { DatabaseModule } from './database.module';
import { SecretBox } from './secrets/secret-box';
import { testDatabases } from './testing/test-databases';
import { RowWriter } from './writing/row-writer';
import { WriteGate } from './writing/write-gate';

describe.each(testDatabases())('$name', (database) => {
  it('offers the opened database to every module, and closes it with the process', async () => {
    const { settings, drop } = await database.create();
    const app = await Test.createTestingModule({ imports: [DatabaseModule.forRoot(settings)] }).compile();
    await app
      .get(WriteGate)
      .run((manager) => manager.query("INSERT INTO encryption_canary (id, sealed) VALUES (2, 'x')"));
    await app.get(RowWriter).insert('encryption_canary', ['id', 'sealed'], [[3, 'y']]);
    const box = app.get(SecretBox);
    expect(box.decrypt(box.encrypt('text'))).toBe('text');
    const dataSource = app.get(DataSource);
    expect(await dataSource.query('SELECT id FROM encryption_canary ORDER BY id')).toHaveLength(3);
    await app.close();
    expect(dataSource.isInitialized).toBe(false);
    await drop();
  });
});
