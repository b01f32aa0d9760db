import 'reflect-metadata';
import { FakeClock } from '../../core/testing/fake-clock';
import { openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { SYSTEM_ACTOR } from '../../http/admin/admin-actor';
import { AuditLogRepository } from './audit-log.repository';
import { AuditTrail } from './audit-trail';
import { AuditController } from './audit.controller';

describe.each(testDatabases())('on $name', (database) => {
  it('shows what was done a moment ago', async () => {
    const { rows, dataSource, close } = await openTestDatabase(database);
    const trail = new AuditTrail(rows, new FakeClock(), (failure) => {
      throw failure;
    });
    const audit = new AuditController(new AuditLogRepository(dataSource), trail);
    for (const subject of [1, 2, 3]) trail.record({ action: 'keys.delete', subject }, SYSTEM_ACTOR);
    expect((await audit.list({})).items.map(({ subject }) => subject)).toEqual(['3', '2', '1']);
    await close();
  });
});
