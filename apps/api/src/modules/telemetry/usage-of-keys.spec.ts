import { FakeClock } from '../../core/testing/fake-clock';
import { anOutcome } from '../../core/testing/outcomes';
import { type OpenTestDatabase, openTestDatabase } from '../../database/testing/open-test-database';
import { testDatabases } from '../../database/testing/test-databases';
import { HourRollup } from './hour-rollup';
import { anAttempt } from './testing/gateway-events';
import { UsageCounter } from './usage-counter';
import { UsageOfKeys } from './usage-of-keys';
import { UsageWriter } from './usage-writer';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const usage = { inputTokens: 3, cachedTokens: 0, outputTokens: 5, thinkingTokens: 2 };

describe.each(testDatabases())('$name', (database) => {
  let opened: OpenTestDatabase;
  let clock: FakeClock;
  let counter: UsageCounter;
  let writer: UsageWriter;
  let reader: UsageOfKeys;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    clock = new FakeClock();
    counter = new UsageCounter(clock);
    writer = new UsageWriter(opened.rows, counter, (failure) => {
      throw failure;
    });
    reader = new UsageOfKeys(opened.dataSource, counter, writer);
  });
  afterEach(() => opened.close());

  /** A request that one key answered, after another one had failed. */
  function aCall(keyId: number, failedKeyId: number, model: string): void {
    counter.attemptSettled(anAttempt({ model, keyId: failedKeyId, outcome: anOutcome('rate_limited') }));
    counter.requestFinished({
      requestId: 'r',
      startedAtMs: clock.nowMs(),
      tokenId: 1,
      protocol: 'gemini',
      route: '/v1beta/models/*',
      method: 'POST',
      model,
      status: 200,
      errorCode: undefined,
      isStream: false,
      attempts: 2,
      keyId,
      latencyMs: 1,
      ttftMs: 1,
      usage,
    });
  }

  async function storeAndSumUp(): Promise<void> {
    await writer.flush();
    await new HourRollup(opened.dataSource, opened.gate).run(clock.nowMs());
  }

  it('counts what each key answered and failed, in hours that are summed up, in minutes, and not stored yet', async () => {
    aCall(1, 2, 'pro');
    await storeAndSumUp();
    clock.advance(5 * HOUR_MS);
    aCall(1, 2, 'pro');
    await storeAndSumUp();
    aCall(1, 2, 'flash');
    const nowMs = clock.nowMs();

    const uses = await reader.of([1], nowMs - DAY_MS, nowMs);
    expect(uses.map(({ model, successes, failures }) => [model, successes, failures]).sort()).toEqual([
      ['flash', 1, 0],
      ['pro', 1, 0],
      ['pro', 1, 0],
    ]);
    expect(uses.reduce((sum, use) => sum + use.inputTokens + use.outputTokens, 0)).toBe(30);
    expect(new Set(uses.map(({ hourMs }) => hourMs)).size).toBe(2);
    expect(await reader.attemptsSince(nowMs - DAY_MS, nowMs)).toEqual(
      new Map([
        [1, 3],
        [2, 3],
      ]),
    );
    expect(await reader.attemptsSince(nowMs, nowMs)).toEqual(
      new Map([
        [1, 2],
        [2, 2],
      ]),
    );
  });

  it('adds the hours of each key up by model', async () => {
    aCall(1, 2, 'pro');
    clock.advance(HOUR_MS);
    aCall(1, 2, 'pro');
    await storeAndSumUp();
    clock.advance(5 * HOUR_MS);
    await storeAndSumUp();
    aCall(1, 2, 'flash');
    aCall(3, 2, 'pro');
    const nowMs = clock.nowMs();

    const uses = await reader.byModel([1], nowMs - DAY_MS, nowMs);
    expect(uses.map((use) => [use.keyId, use.model, use.successes, use.inputTokens]).sort()).toEqual([
      [1, 'flash', 1, 3],
      [1, 'pro', 2, 6],
    ]);
  });

  it('knows nothing of no keys', async () => {
    aCall(1, 2, 'pro');
    expect(await reader.of([], 0, clock.nowMs())).toEqual([]);
    expect(await reader.of([7], 0, clock.nowMs())).toEqual([]);
  });
});
