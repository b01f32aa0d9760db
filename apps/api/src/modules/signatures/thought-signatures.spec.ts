import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { SignatureRepository } from './signature.repository';
import { ThoughtSignatures } from './thought-signatures';

const HOUR_MS = 3_600_000;

describe.each(testDatabases())('thought signatures on $name', (database) => {
  let open: OpenTestDatabase;
  let repository: SignatureRepository;
  let clock: FakeClock;

  beforeAll(async () => {
    open = await openTestDatabase(database);
    repository = new SignatureRepository(open.dataSource, open.gate, open.rows);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    clock = new FakeClock();
    await repository.forgetBefore(Number.MAX_SAFE_INTEGER);
  });

  /** As after a restart: with nothing in memory. */
  const anew = () => new ThoughtSignatures(repository, clock, fail);
  const fail = (failure: unknown) => {
    throw failure;
  };

  it('are found at once, and after a restart', async () => {
    const signatures = anew();
    signatures.keep(1, [
      { callId: 'c1', signature: 'c2ln+/==' },
      { callId: 'c2', signature: `it's "quoted" \\ and ${'x'.repeat(20_000)}` },
    ]);
    const expected = new Map([
      ['c1', 'c2ln+/=='],
      ['c2', `it's "quoted" \\ and ${'x'.repeat(20_000)}`],
    ]);
    expect(await signatures.find(1, ['c1', 'c2', 'c3'])).toEqual(expected);
    await signatures.flush();
    expect(await anew().find(1, ['c1', 'c2', 'c3'])).toEqual(expected);
  });

  it('are found by the token they were given to, and by no other', async () => {
    const signatures = anew();
    signatures.keep(1, [{ callId: 'c1', signature: 'one' }]);
    signatures.keep(2, [{ callId: 'c1', signature: 'two' }]);
    await signatures.flush();
    for (const known of [signatures, anew()]) {
      expect(await known.find(1, ['c1'])).toEqual(new Map([['c1', 'one']]));
      expect(await known.find(2, ['c1'])).toEqual(new Map([['c1', 'two']]));
      expect(await known.find(3, ['c1'])).toEqual(new Map());
    }
  });

  it('take the place of older ones with the same id', async () => {
    const signatures = anew();
    signatures.keep(1, [{ callId: 'c1', signature: 'old' }]);
    await signatures.flush();
    signatures.keep(1, [
      { callId: 'c1', signature: 'newer' },
      { callId: 'c1', signature: 'newest' },
    ]);
    await signatures.flush();
    expect(await anew().find(1, ['c1'])).toEqual(new Map([['c1', 'newest']]));
  });

  it('are forgotten after a day', async () => {
    const signatures = anew();
    signatures.keep(1, [{ callId: 'old', signature: 'x' }]);
    clock.advance(23 * HOUR_MS);
    signatures.keep(1, [{ callId: 'new', signature: 'y' }]);
    await signatures.flush();
    clock.advance(2 * HOUR_MS);
    await signatures.forgetOld();
    expect([...(await anew().find(1, ['old', 'new'])).keys()]).toEqual(['new']);
  });
});

describe('thought signatures without a database', () => {
  const broken = {
    find: () => Promise.reject(new Error('gone')),
    store: () => Promise.reject(new Error('gone')),
    forgetBefore: () => Promise.reject(new Error('gone')),
  };

  it('serve from memory, and wait to be stored', async () => {
    const failures: unknown[] = [];
    const stored: string[] = [];
    const repository = { ...broken };
    const signatures = new ThoughtSignatures(repository, new FakeClock(), (failure) =>
      failures.push(failure),
    );
    signatures.keep(1, [{ callId: 'c1', signature: 'x' }]);
    await signatures.flush();
    await signatures.forgetOld();
    expect(await signatures.find(1, ['c1', 'c2'])).toEqual(new Map([['c1', 'x']]));
    expect(failures).toHaveLength(3);
    Object.assign(repository, {
      store: async (batch: { callId: string }[]) => void stored.push(...batch.map(({ callId }) => callId)),
    });
    await signatures.flush();
    await signatures.flush();
    expect(stored).toEqual(['c1']);
  });

  it('are given up on after a second: a conversation does not wait for the database', async () => {
    const clock = new FakeClock();
    const silent = { ...broken, find: () => new Promise<never>(() => undefined) };
    const signatures = new ThoughtSignatures(silent, clock, () => undefined);
    const found = signatures.find(1, ['c1']);
    clock.advance(1_000);
    expect(await found).toEqual(new Map());
  });

  it('are not kept where they cannot be stored', async () => {
    const signatures = new ThoughtSignatures(broken, new FakeClock(), () => undefined);
    signatures.keep(1, [
      { callId: 'x'.repeat(65), signature: 'x' },
      { callId: 'c1', signature: 'x'.repeat(70_000) },
    ]);
    expect(await signatures.find(1, ['x'.repeat(65), 'c1'])).toEqual(new Map());
  });
});
