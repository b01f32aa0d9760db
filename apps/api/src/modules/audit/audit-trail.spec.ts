import type { AuditAction } from '@gemini-balance/shared';
import { FakeClock } from '../../core/testing/fake-clock';
import { SYSTEM_ACTOR } from '../../http/admin/admin-actor';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { AuditLogRetention } from './audit-log-retention';
import { AuditLogRepository } from './audit-log.repository';
import { AuditTrail } from './audit-trail';

const ADMIN = { kind: 'session', session: 'abcdef0123456789', address: '203.0.113.9' } as const;

/** Also of an action that no gateway knows yet. */
const anEntry = (action: string, subject: string) => ({ action: action as AuditAction, subject });

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let trail: AuditTrail;
  let log: AuditLogRepository;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    trail = new AuditTrail(opened.rows, clock, (failure) => {
      throw failure;
    });
    log = new AuditLogRepository(opened.dataSource);
  });
  afterEach(() => opened.close());

  it('keeps who did what, when and to what', async () => {
    trail.record({ action: 'keys.delete', subject: 7, details: { note: 'old — 旧' } }, ADMIN);
    await trail.flush();
    expect((await log.list({})).items).toEqual([
      {
        id: 1,
        atMs: clock.nowMs(),
        action: 'keys.delete',
        subject: '7',
        actor: 'session',
        session: ADMIN.session,
        address: ADMIN.address,
        details: { note: 'old — 旧' },
      },
    ]);
  });

  it('keeps no credential, whoever hands it one', async () => {
    const key = 'AIzaSyD-this-is-a-made-up-key-00000000000';
    trail.record({ action: 'keys.import', subject: key, details: { control: 'found', key } }, SYSTEM_ACTOR);
    await trail.flush();
    const stored = JSON.stringify(await opened.dataSource.query('SELECT * FROM audit_logs'));
    expect(stored).toContain('found');
    expect(stored).not.toContain(key);
  });

  it('lists newest first, in pages, and what the filters ask for', async () => {
    for (let n = 1; n <= 5; n++) {
      trail.record(anEntry(n % 2 ? 'settings.change' : 'settings', `S${n}`), SYSTEM_ACTOR);
      clock.advance(1000);
    }
    trail.record(anEntry('settingsomething', 'S1'), ADMIN);
    await trail.flush();

    const first = await log.list({ action: 'settings', limit: 3 });
    const rest = await log.list({ action: 'settings', limit: 3, cursor: first.nextCursor! });
    expect([...first.items, ...rest.items].map(({ subject }) => subject)).toEqual([
      'S5',
      'S4',
      'S3',
      'S2',
      'S1',
    ]);
    expect(rest.nextCursor).toBeUndefined();
    const start = clock.nowMs() - 5000;
    expect((await log.list({ fromMs: start + 1000, toMs: start + 3000 })).items).toHaveLength(2);
    expect((await log.list({ subject: 'S1', actor: 'session' })).items).toHaveLength(1);
    expect((await log.list({ subject: '1', action: 'settingsomething' })).items).toHaveLength(1);
    expect((await log.list({ subject: '%' })).items).toEqual([]);
    await expect(log.list({ cursor: 'x' })).rejects.toThrow(/cursor/);
  });

  it('forgets what is older than it is told', async () => {
    for (let n = 0; n < 1200; n++) trail.record({ action: 'keys.reset', subject: n }, SYSTEM_ACTOR);
    await trail.flush();
    clock.advance(1000);
    trail.record({ action: 'keys.reset', subject: 'last' }, SYSTEM_ACTOR);
    await trail.flush();
    const retention = new AuditLogRetention(opened.dataSource, opened.gate);
    expect(await retention.deleteBefore(clock.nowMs())).toBe(1200);
    expect((await log.list({})).items.map(({ subject }) => subject)).toEqual(['last']);
  });
});

it('never throws, and stores what the database refused once it is back', async () => {
  const failures: unknown[] = [];
  const written: unknown[] = [];
  let isAway = true;
  const rows = {
    insert: async (_table: string, _columns: readonly string[], batch: readonly unknown[]) => {
      if (isAway) throw new Error('away');
      written.push(...batch);
    },
  };
  const clock = new FakeClock();
  const trail = new AuditTrail(rows, clock, (failure) => failures.push(failure));
  trail.record({ action: 'tokens.delete', subject: 1 }, SYSTEM_ACTOR);
  await trail.flush();
  expect([failures.length, written.length]).toEqual([1, 0]);
  isAway = false;
  trail.record({ action: 'tokens.delete', subject: 2 }, SYSTEM_ACTOR);
  await trail.flush();
  expect(written).toHaveLength(2);
});

it('tries again by itself when the database refused a row', async () => {
  let attempts = 0;
  let written!: () => void;
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const clock = new FakeClock();
  const insert = async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('away');
    written();
  };
  const trail = new AuditTrail({ insert }, clock, () => undefined);
  trail.record({ action: 'tokens.delete', subject: 1 }, SYSTEM_ACTOR);
  await trail.flush();
  clock.advance(5_000);
  await isWritten;
  expect(attempts).toBe(2);
});
