import { type OpenTestDatabase, openTestDatabase } from '../../../database/testing/open-test-database';
import { testDatabases } from '../../../database/testing/test-databases';
import { anAttempt, aRequest } from '../../telemetry/testing/gateway-events';
import { AttemptLogEntity } from '../attempt-log.entity';
import { LogRecorder } from './log-recorder';
import { LogWriter } from './log-writer';
import { RequestLogEntity } from '../request-log.entity';

const KEY = `AIza${'Sy0_-aB'.repeat(5)}`;

const refused = (message: string) =>
  anAttempt({
    outcome: {
      kind: 'invalid_key',
      error: { status: 400, rpcStatus: 'INVALID_ARGUMENT', message, details: [] },
    },
  });

describe.each(testDatabases())('on $name', (database) => {
  let opened: OpenTestDatabase;
  let recorder: LogRecorder;
  beforeAll(async () => void (opened = await openTestDatabase(database)));
  afterAll(() => opened.close());
  beforeEach(async () => {
    recorder = new LogRecorder();
    await opened.dataSource.query('DELETE FROM request_logs');
    await opened.dataSource.query('DELETE FROM attempt_logs');
  });

  async function flush(): Promise<void> {
    const failures: unknown[] = [];
    const queues = [recorder.requests, recorder.attempts];
    await new LogWriter(opened.rows, queues, (failure) => failures.push(failure)).flush();
    expect(failures).toEqual([]);
  }
  const requests = () =>
    opened.dataSource.getRepository(RequestLogEntity).find({ order: { startedAtMs: 'ASC', id: 'ASC' } });
  const attempts = () =>
    opened.dataSource.getRepository(AttemptLogEntity).find({ order: { attempt: 'ASC', id: 'ASC' } });

  it('keeps what a request was and how it ended', async () => {
    recorder.requestFinished(aRequest({ latencyMs: 130.4, isStream: true }));
    await flush();
    expect(await requests()).toEqual([
      {
        id: expect.any(Number),
        requestId: 'req_1',
        startedAtMs: 1_750_000_000_000,
        tokenId: 3,
        protocol: 'openai-chat',
        route: '/v1/chat/completions',
        method: 'POST',
        model: 'gemini-pro',
        status: 200,
        errorCode: null,
        isStream: true,
        attempts: 1,
        keyId: 7,
        latencyMs: 130,
        ttftMs: 125,
        inputTokens: 10,
        cachedTokens: 2,
        outputTokens: 5,
        thinkingTokens: 3,
        isFailure: false,
      },
    ]);
  });

  it('keeps nulls where there was nothing', async () => {
    const nothing = {
      tokenId: undefined,
      model: undefined,
      keyId: undefined,
      ttftMs: undefined,
      usage: undefined,
    };
    recorder.requestFinished(
      aRequest({ ...nothing, status: 401, errorCode: 'unauthenticated', attempts: 0 }),
    );
    await flush();
    expect((await requests())[0]).toMatchObject({
      tokenId: null,
      model: null,
      keyId: null,
      ttftMs: null,
      inputTokens: null,
      errorCode: 'unauthenticated',
    });
  });

  it.each([
    ["a'; DROP TABLE request_logs; --", "a'; DROP TABLE request_logs; --"],
    ['x'.repeat(100_000), 'x'.repeat(100)],
    ['🙂\\"`%', '🙂\\"`%'],
    ['a\u0000b\nc', 'a?b?c'],
    [`${'y'.repeat(99)}🙂`, `${'y'.repeat(99)}?`],
  ])('keeps a model name that a client made up, cut and printable (%#)', async (model, kept) => {
    recorder.requestFinished(aRequest({ model }));
    recorder.attemptSettled({ ...refused('no'), model });
    await flush();
    expect([(await requests())[0]!.model, (await attempts())[0]!.model]).toEqual([kept, kept]);
  });

  it('keeps what upstream said when it refused, without credentials', async () => {
    recorder.attemptSettled(refused('control-7f3a'));
    recorder.attemptSettled(refused(`API key ${KEY} is not valid`));
    await flush();
    const [control, planted] = await attempts();
    expect(control).toMatchObject({ message: 'control-7f3a', outcome: 'invalid_key', isError: true });
    expect(planted).toMatchObject({
      message: 'API key [secret] is not valid',
      upstreamStatus: 400,
      rpcStatus: 'INVALID_ARGUMENT',
    });
  });

  it('keeps a message of any length', async () => {
    recorder.attemptSettled(refused('é'.repeat(70_000)));
    await flush();
    expect((await attempts())[0]!.message).toBe('é'.repeat(2_000));
  });

  it('keeps every attempt but a first one that succeeded, which the request tells of', async () => {
    recorder.attemptSettled(anAttempt());
    recorder.attemptSettled(refused('no'));
    recorder.attemptSettled(anAttempt({ attempt: 2, egressId: 'proxy-1' }));
    recorder.attemptSettled(anAttempt({ attempt: 3, outcome: { kind: 'client_left' } }));
    await flush();
    const rows = (await attempts()).map(({ attempt, outcome, isError, egressId }) => ({
      attempt,
      outcome,
      isError,
      egressId,
    }));
    expect(rows).toEqual([
      { attempt: 1, outcome: 'invalid_key', isError: true, egressId: null },
      { attempt: 2, outcome: 'ok', isError: false, egressId: 'proxy-1' },
      { attempt: 3, outcome: 'client_left', isError: false, egressId: null },
    ]);
  });
});

it('counts the rows of both logs that it drops', () => {
  const recorder = new LogRecorder(undefined, 3);
  for (let i = 0; i < 5; i += 1) recorder.requestFinished(aRequest());
  for (let i = 0; i < 4; i += 1) recorder.attemptSettled(refused('no'));
  expect([recorder.droppedRows, recorder.waitingRows]).toEqual([3, 6]);
});
