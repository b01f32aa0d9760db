import { textOfKey, underAnyId } from '../../core/protocol/conversation/call-digest';
import type { CallKey, GivenSignature } from '../../core/protocol/protocol-adapter';
import { FakeClock } from '../../core/testing/fake-clock';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import type { ConversationOfToken } from './signature-names';
import { SignatureRepository } from './signature.repository';
import { ThoughtSignatures } from './thought-signatures';

const HOUR_MS = 3_600_000;

const of = (tokenId: number, thread = 'a') => ({ tokenId, thread });
const key = (callId: string, digest = 'd'): CallKey => ({ callId, digest });
const given = (callId: string, signature: string, digest = 'd'): GivenSignature => ({
  ...key(callId, digest),
  signature,
});
/** What is found, by call id. */
async function found(signatures: ThoughtSignatures, conversation: ConversationOfToken, ...calls: CallKey[]) {
  const byKey = await signatures.find(conversation, calls);
  return Object.fromEntries(calls.map((call) => [call.callId, byKey.get(textOfKey(call))]));
}

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
    const odd = `it's "quoted" \\ and ${'x'.repeat(20_000)}`;
    signatures.keep(of(1), [given('c1', 'c2ln+/=='), given('c2', odd)]);
    const sought = [key('c1'), key('c2'), key('c3', 'e')];
    const expected = { c1: 'c2ln+/==', c2: odd, c3: undefined };
    expect(await found(signatures, of(1), ...sought)).toEqual(expected);
    await signatures.flush();
    expect(await found(anew(), of(1), ...sought)).toEqual(expected);
  });

  it('are found by the token they were given to, and by no other', async () => {
    const signatures = anew();
    signatures.keep(of(1), [given('c1', 'one')]);
    signatures.keep(of(2), [given('c1', 'two')]);
    await signatures.flush();
    for (const known of [signatures, anew()]) {
      expect(await found(known, of(1), key('c1'))).toEqual({ c1: 'one' });
      expect(await found(known, of(2), key('c1'))).toEqual({ c1: 'two' });
      expect(await found(known, of(3), key('c1'))).toEqual({ c1: undefined });
    }
  });

  it('take the place of older ones of the same call', async () => {
    const signatures = anew();
    signatures.keep(of(1), [given('c1', 'old')]);
    await signatures.flush();
    signatures.keep(of(1), [given('c1', 'newer'), given('c1', 'newest')]);
    await signatures.flush();
    expect(await found(anew(), of(1), key('c1'))).toEqual({ c1: 'newest' });
  });

  it('stay with their calls where calls of other functions or conversations have the same id', async () => {
    const signatures = anew();
    signatures.keep(of(1, 'a'), [given('c1', 'a, Paris', 'paris')]);
    signatures.keep(of(1, 'b'), [given('c1', 'b, Paris', 'paris')]);
    signatures.keep(of(1, 'b'), [given('c1', 'b, Rome', 'rome')]);
    await signatures.flush();
    const half = anew();
    half.keep(of(1, 'b'), [given('c1', 'b, Rome', 'rome')]);
    for (const known of [signatures, anew(), half]) {
      expect(await found(known, of(1, 'a'), key('c1', 'paris'))).toEqual({ c1: 'a, Paris' });
      expect(await found(known, of(1, 'b'), key('c1', 'paris'))).toEqual({ c1: 'b, Paris' });
      expect(await found(known, of(1, 'b'), key('c1', 'rome'))).toEqual({ c1: 'b, Rome' });
    }
  });

  it.each([
    ['the same call where the conversation began differently', of(1, 'z'), key('c1', 'paris'), 'Paris'],
    ['the newest with the id where the arguments were changed', of(1, 'a'), key('c1', 'changed'), 'Rome'],
    ['nothing for another id in another conversation', of(1, 'z'), key('c9', 'paris'), undefined],
  ])('are found as well as can be: %s', async (_, conversation, call, expected) => {
    const signatures = anew();
    signatures.keep(of(1), [given('c1', 'Paris', 'paris')]);
    await signatures.flush();
    clock.advance(1);
    signatures.keep(of(1), [given('c1', 'Rome', 'rome')]);
    await signatures.flush();
    for (const known of [signatures, anew()])
      expect(await found(known, conversation, call)).toEqual({ [call.callId]: expected });
  });

  it('of the same call under another id are told as what they are', async () => {
    const signatures = anew();
    signatures.keep(of(1), [given('c1', 'Paris', 'paris')]);
    await signatures.flush();
    const call = key('c9', 'paris');
    for (const known of [signatures, anew()])
      // Asked twice, because what is found is remembered.
      for (const _ of [1, 2])
        expect(await known.find(of(1), [call])).toEqual(new Map([[textOfKey(underAnyId(call)), 'Paris']]));
  });

  it('are forgotten after a day', async () => {
    const signatures = anew();
    signatures.keep(of(1), [given('old', 'x', 'o')]);
    clock.advance(23 * HOUR_MS);
    signatures.keep(of(1), [given('new', 'y', 'n')]);
    await signatures.flush();
    clock.advance(2 * HOUR_MS);
    await signatures.forgetOld();
    expect(await found(anew(), of(1), key('old', 'o'), key('new', 'n'))).toEqual({
      old: undefined,
      new: 'y',
    });
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
    signatures.keep(of(1), [given('c1', 'x')]);
    await signatures.flush();
    await expect(signatures.forgetOld()).rejects.toThrow('gone');
    expect(await found(signatures, of(1), key('c1'), key('c2', 'e'))).toEqual({ c1: 'x', c2: undefined });
    expect(failures).toHaveLength(2);
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
    const found = signatures.find(of(1), [key('c1')]);
    clock.advance(1_000);
    expect(await found).toEqual(new Map());
  });

  it('are not kept where they cannot be stored', async () => {
    const signatures = new ThoughtSignatures(broken, new FakeClock(), () => undefined);
    const calls = [given('x'.repeat(65), 'x'), given('c1', 'x'.repeat(70_000), 'e')];
    signatures.keep(of(1), calls);
    expect(await signatures.find(of(1), calls)).toEqual(new Map());
  });
});
