import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { StoredResponseRepository } from './stored-response.repository';
import { StoredResponses } from './stored-responses';

const DAY_MS = 24 * 3_600_000;
const KEEP_DAYS = 7;

describe.each(testDatabases())('stored responses on $name', (database) => {
  let open: OpenTestDatabase;
  let repository: StoredResponseRepository;
  let clock: FakeClock;

  beforeAll(async () => {
    open = await openTestDatabase(database);
    repository = new StoredResponseRepository(open.dataSource, open.gate);
  });
  afterAll(() => open.close());
  beforeEach(async () => {
    clock = new FakeClock();
    await repository.forgetUnusedSince(Number.MAX_SAFE_INTEGER);
  });

  const fail = (failure: unknown): void => {
    throw failure;
  };
  /** As after a restart: with nothing in memory. */
  const anew = (store: Partial<StoredResponseRepository> = {}, onFailure = fail) => {
    const bound = {
      find: repository.find.bind(repository),
      links: repository.links.bind(repository),
      store: repository.store.bind(repository),
      remove: repository.remove.bind(repository),
      forgetUnusedSince: repository.forgetUnusedSince.bind(repository),
    };
    return new StoredResponses({ ...bound, ...store }, clock, () => KEEP_DAYS, onFailure);
  };
  const response = (id: string, previousId: string | null = null, rootId = 'resp_a') => ({
    id,
    tokenId: 1,
    previousId,
    rootId,
    input: `["${id}"]`,
    output: '[]',
    response: '{}',
    signatures: '{}',
  });
  const idsOf = async (stored: StoredResponses, id: string, tokenId = 1) =>
    (await stored.conversation(tokenId, id))?.map((each) => each.id);

  it('are found at once, and after a restart', async () => {
    const stored = anew();
    stored.keep(response('resp_a'));
    expect(await stored.find(1, 'resp_a')).toMatchObject(response('resp_a'));
    await stored.flush();
    expect(await anew().find(1, 'resp_a')).toMatchObject(response('resp_a'));
  });

  it('hold texts of megabytes', async () => {
    const stored = anew();
    const input = JSON.stringify([`"quoted" \\ and ${'x'.repeat(5_000_000)} 茶🙂`]);
    stored.keep({ ...response('resp_a'), input });
    await stored.flush();
    expect((await anew().find(1, 'resp_a'))?.input).toBe(input);
  });

  it('are those of one token', async () => {
    const stored = anew();
    stored.keep(response('resp_a'));
    for (const known of [stored, anew()]) {
      expect(await known.find(2, 'resp_a')).toBeUndefined();
      expect(await idsOf(known, 'resp_a', 2)).toBeUndefined();
      expect(await known.remove(2, 'resp_a')).toBe(false);
      await stored.flush();
    }
    expect(await anew().remove(1, 'resp_a')).toBe(true);
    expect(await anew().find(1, 'resp_a')).toBeUndefined();
  });

  it('make a conversation, of which each has its own past', async () => {
    const stored = anew();
    for (const [id, previous] of [
      ['resp_a', null],
      ['resp_b', 'resp_a'],
      ['resp_c', 'resp_b'],
      ['resp_d', 'resp_b'],
    ] as const)
      stored.keep(response(id, previous));
    for (const known of [stored, anew()]) {
      expect(await idsOf(known, 'resp_c')).toEqual(['resp_a', 'resp_b', 'resp_c']);
      expect(await idsOf(known, 'resp_d')).toEqual(['resp_a', 'resp_b', 'resp_d']);
      expect(await idsOf(known, 'resp_x')).toBeUndefined();
    }
  });

  it('are no conversation any more when one of them was removed', async () => {
    const stored = anew();
    for (const [id, previous] of [
      ['resp_a', null],
      ['resp_b', 'resp_a'],
      ['resp_c', 'resp_b'],
    ] as const)
      stored.keep(response(id, previous));
    await stored.remove(1, 'resp_b');
    expect(await idsOf(stored, 'resp_c')).toBeUndefined();
    expect(await idsOf(stored, 'resp_a')).toEqual(['resp_a']);
  });

  it('are forgotten when nobody has gone on with their conversation for days', async () => {
    const stored = anew();
    stored.keep(response('resp_a'));
    stored.keep(response('resp_z', null, 'resp_z'));
    await stored.flush();
    clock.advance(KEEP_DAYS * DAY_MS - 1);
    stored.keep(response('resp_b', 'resp_a'));
    await stored.flush();
    clock.advance(2);
    expect(await stored.forgetOld()).toBe(1);
    expect(await stored.find(1, 'resp_z')).toBeUndefined();
    expect(await idsOf(stored, 'resp_b')).toEqual(['resp_a', 'resp_b']);
  });

  it('wait for a database that is away', async () => {
    const failures: unknown[] = [];
    let isAway = true;
    const away = {
      store: (rows: never) => (isAway ? Promise.reject(new Error('away')) : repository.store(rows)),
    };
    const stored = anew(away, (failure) => void failures.push(failure));
    stored.keep(response('resp_a'));
    stored.keep(response('resp_b', 'resp_a'));
    await stored.flush();
    expect(failures).not.toHaveLength(0);
    expect(await idsOf(stored, 'resp_b')).toEqual(['resp_a', 'resp_b']);
    isAway = false;
    await stored.flush();
    expect(await idsOf(anew(), 'resp_b')).toEqual(['resp_a', 'resp_b']);
  });

  it('are written when it is told so, also those that came while others were written', async () => {
    const stored = anew();
    stored.keep(response('resp_a'));
    stored.keep(response('resp_b', 'resp_a'));
    await stored.written('resp_b');
    expect(await anew().find(1, 'resp_b')).toBeDefined();
  });

  it('keep nobody waiting for a database that hangs', async () => {
    const stored = anew({ store: () => new Promise(() => undefined) });
    stored.keep(response('resp_a'));
    const written = stored.written('resp_a');
    clock.advance(1_000);
    await written;
    expect(await stored.find(1, 'resp_a')).toBeDefined();
  });
});
