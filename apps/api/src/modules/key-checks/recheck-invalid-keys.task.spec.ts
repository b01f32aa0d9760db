import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import type { OutcomeKind } from '../../core/outcome';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { anOutcome } from '../../core/testing/outcomes';
import { aHold, aPoolOf } from '../../core/testing/pool-keys';
import { aClient } from '../../core/testing/upstream-exchange';
import { KeyProbe } from './key-probe';
import { RecheckInvalidKeys } from './recheck-invalid-keys.task';

const HOUR = 3_600_000;
const SIGNAL = new AbortController().signal;
const tried = (count: number) =>
  expect.objectContaining({ code: 'keys_tried', values: expect.objectContaining({ count }) });
const closing = closedAfterEach();

/** A pool whose three keys upstream has refused, and an upstream that takes the second one again. */
async function aRecheck(reason: OutcomeKind, hours = 1) {
  const asked: string[] = [];
  const upstream = await closing(
    anHttpServer((request, response) => {
      const key = String(request.headers['x-goog-api-key']);
      asked.push(`${key} ${request.url}`);
      const isMended = key === 'secret-of-key-2';
      response.writeHead(isMended ? 200 : 400, { 'content-type': 'application/json' });
      response.end(
        isMended
          ? '{"totalTokens":1}'
          : '{"error":{"code":400,"status":"INVALID_ARGUMENT","message":"API key not valid."}}',
      );
    }),
  );
  const { pool, clock, lend } = aPoolOf(3);
  for (const id of [1, 2, 3]) lend('pro', id).settle(anOutcome(reason));
  const observer = { attemptSettled: () => undefined, requestFinished: () => undefined };
  const sender = new AttemptSender(aClient(upstream.origin), observer, clock);
  const probe = new KeyProbe(sender, { requestId: () => 'req_1' }, () => 'gemini-test');
  const recheck = new RecheckInvalidKeys(
    () => [pool],
    probe,
    clock,
    () => hours,
  );
  return { recheck, pool, clock, asked };
}

it('puts a key that was mended back to work, by a call that spends no quota', async () => {
  const { recheck, pool, clock, asked } = await aRecheck('invalid_key');
  clock.advance(24 * HOUR);
  expect(await recheck.run(SIGNAL)).toEqual(tried(3));
  expect(pool.totals()).toMatchObject({ ready: 1, invalid: 2 });
  expect(asked).toContain('secret-of-key-2 /v1beta/models/gemini-test:countTokens');
});

it('asks for a key that upstream does not know once a day at most', async () => {
  const { recheck, clock } = await aRecheck('invalid_key');
  clock.advance(23 * HOUR);
  expect(await recheck.run(SIGNAL)).toEqual(tried(0));
  clock.advance(HOUR);
  expect(await recheck.run(SIGNAL)).toEqual(tried(3));
  clock.advance(HOUR);
  expect(await recheck.run(SIGNAL)).toEqual(tried(0));
});

it('never asks for a key that was leaked', async () => {
  const { recheck, clock, asked } = await aRecheck('leaked_key');
  clock.advance(1_000 * HOUR);
  expect([await recheck.run(SIGNAL), asked]).toEqual([tried(0), []]);
});

it('waits for the interval, and does nothing by itself where it is 0', async () => {
  expect((await aRecheck('invalid_key', 0)).recheck.schedule()).toBeUndefined();
  const { recheck, clock } = await aRecheck('invalid_key', 48);
  expect(recheck.schedule()).toEqual({ everyMs: 48 * HOUR });
  clock.advance(47 * HOUR);
  expect(await recheck.run(SIGNAL)).toEqual(tried(0));
});

it('takes a key for good whose test model is not there, when upstream lists its models', async () => {
  const asked: string[] = [];
  const upstream = await closing(
    anHttpServer((request, response) => {
      asked.push(request.url!);
      const isList = request.url!.startsWith('/v1beta/models?');
      response.writeHead(isList ? 200 : 404, { 'content-type': 'application/json' });
      response.end(
        isList
          ? '{"models":[]}'
          : '{"error":{"code":404,"status":"NOT_FOUND","message":"models/x is not found"}}',
      );
    }),
  );
  const { pool, clock } = aPoolOf(1);
  const observer = { attemptSettled: () => undefined, requestFinished: () => undefined };
  const sender = new AttemptSender(aClient(upstream.origin), observer, clock);
  const probe = new KeyProbe(sender, { requestId: () => 'req_1' }, () => 'gone');
  expect(await probe.probe(pool, 1)).toEqual({ kind: 'ok' });
  expect(asked).toHaveLength(2);
  expect(await probe.probe(pool, 99)).toBeUndefined();
});

it('lifts no rest for a model, since a probe spends no quota of one', async () => {
  const { recheck, pool, clock } = await aRecheck('invalid_key');
  pool.apply([
    { ...aHold({ kind: 'key', id: 2 }, clock.nowMs(), { untilMs: Infinity }), scope: 'gemini-test' },
  ]);
  clock.advance(24 * HOUR);
  await recheck.run(SIGNAL);
  expect(pool.stateOf(2)?.holds).toMatchObject([{ scope: 'gemini-test' }]);
});

it('probes a key of Vertex where Vertex is, and asks it for no list', async () => {
  const asked: string[] = [];
  const vertex = await closing(
    anHttpServer((request, response) => {
      asked.push(request.url!);
      response.writeHead(404, { 'content-type': 'application/json' });
      response.end('{"error":{"code":404,"status":"NOT_FOUND","message":"models/x is not found"}}');
    }),
  );
  const { pool, clock } = aPoolOf(1);
  const observer = { attemptSettled: () => undefined, requestFinished: () => undefined };
  const sender = new AttemptSender(aClient('http://127.0.0.1:9'), observer, clock);
  const target = { origin: vertex.origin, path: '/v1beta1/publishers/google', listsModels: false };
  const probe = new KeyProbe(
    sender,
    { requestId: () => 'req_1' },
    () => 'gone',
    () => target,
  );
  expect(await probe.probe(pool, 1)).toMatchObject({ kind: 'model_not_found' });
  expect(asked).toEqual(['/v1beta1/publishers/google/models/gone:countTokens']);
});
