import type { AttemptSettled } from '../../../core/gateway/observing/gateway-observer';
import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { anAttempt } from '../../telemetry/testing/gateway-events';
import { LogRecorder } from './log-recorder';
import { LogWriter } from './log-writer';

const KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';

function aFailure(body: string, details: object[] = []): AttemptSettled {
  return anAttempt({
    outcome: {
      kind: 'rate_limited',
      error: { status: 429, rpcStatus: 'RESOURCE_EXHAUSTED', message: 'Slow down.', details: details as [] },
    },
    call: { body: Buffer.from(body), scope: 'gemini-pro' },
    origin: { routePath: '/v1/chat/completions', identity: { id: 3 } },
    pool: { standing: () => ({ ready: 4, total: 9 }) },
  });
}

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let isKept: boolean;
  let recorder: LogRecorder;
  beforeEach(async () => {
    opened = await openTestDatabase(database);
    isKept = true;
    recorder = new LogRecorder(() => isKept);
  });
  afterEach(() => opened.close());

  async function stored(): Promise<{ bodies: Record<string, string>[]; attempts: object[] }> {
    const queues = [recorder.requests, recorder.attempts, recorder.bodies];
    await new LogWriter(opened.rows, queues, (failure) => {
      throw failure;
    }).flush();
    const bodies: Record<string, string>[] = await opened.dataSource.query('SELECT * FROM error_bodies');
    const attempts: object[] = await opened.dataSource.query('SELECT * FROM attempt_logs');
    return { bodies, attempts };
  }

  it('keeps whose attempt it was, why that key, and how many others were ready', async () => {
    recorder.attemptSettled(aFailure('{}'));
    recorder.attemptSettled({ ...aFailure('{}'), attempt: 2, pinnedTo: 7 });
    const { attempts } = await stored();
    expect(attempts).toMatchObject([
      { tokenId: 3, route: '/v1/chat/completions', choice: 'in_turn', readyKeys: 4, poolKeys: 9 },
      { choice: 'pinned' },
    ]);
  });

  it('keeps what was sent and answered, without credentials', async () => {
    recorder.attemptSettled(aFailure(`{"control":1,"text":"${KEY}"}`, [{ '@type': 'x', key: KEY }]));
    const { bodies } = await stored();
    expect(bodies).toHaveLength(1);
    expect(bodies[0]!['requestBody']).toBe('{"control":1,"text":"[secret]"}');
    expect(JSON.parse(bodies[0]!['responseBody']!)).toEqual({
      error: {
        code: 429,
        message: 'Slow down.',
        status: 'RESOURCE_EXHAUSTED',
        details: [{ '@type': 'x', key: '[secret]' }],
      },
    });
  });

  it('keeps no request unless it was told to, and no row where the attempt tells all', async () => {
    isKept = false;
    recorder.attemptSettled(aFailure('{"private":1}'));
    recorder.attemptSettled({ ...aFailure('{"private":2}', [{ '@type': 'x' }]), attempt: 2 });
    const { bodies } = await stored();
    expect(bodies).toMatchObject([{ attempt: 2, requestBody: null }]);
  });

  it('cuts what is long, and says how long it was', async () => {
    recorder.attemptSettled(aFailure('é'.repeat(500_000)));
    const { requestBody } = (await stored()).bodies[0]!;
    expect(requestBody).toMatch(/é… \(1000000 in all\)$/);
    expect(requestBody!.length).toBeLessThan(16_100);
  });
});
