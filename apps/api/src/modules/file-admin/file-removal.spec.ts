import 'reflect-metadata';
import { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import type { Outcome } from '../../core/outcome';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { anOutcome } from '../../core/testing/outcomes';
import { aPoolOf } from '../../core/testing/pool-keys';
import { aClient } from '../../core/testing/upstream-exchange';
import type { KeyPools } from '../keys/key-pools';
import type { StoredFile } from '../resources/files/stored-files';
import { FileRemoval } from './file-removal';

const closing = closedAfterEach();

const FILE: StoredFile = {
  id: 7,
  name: 'files/abc',
  keyKind: 'gemini',
  keyId: 2,
  tokenId: 1,
  displayName: null,
  mimeType: null,
  sizeBytes: null,
  state: 'active',
  createdAtMs: 0,
  expiresAtMs: null,
};

/** A file of key 2 of 3, and an upstream that answers its removal so. */
async function aRemoval(status: number, body = '{}', file: Partial<StoredFile> = {}) {
  const asked: string[] = [];
  const forgotten: string[] = [];
  const upstream = await closing(
    anHttpServer((request, response) => {
      asked.push(`${request.method} ${request.url} by ${request.headers['x-goog-api-key']}`);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    }),
  );
  const { pool, clock, lend } = aPoolOf(3);
  const observer = { attemptSettled: () => undefined, requestFinished: () => undefined };
  const removal = new FileRemoval(
    { find: async (id) => (id === FILE.id ? { ...FILE, ...file } : undefined) },
    { forget: async (name) => void forgotten.push(name) },
    { of: () => pool } as unknown as KeyPools,
    new AttemptSender(aClient(upstream.origin), observer, clock),
    { requestId: () => 'req_1' },
    clock,
  );
  const rest = (outcome: Outcome) => lend('resources', 2).settle(outcome);
  return { removal, asked, forgotten, rest };
}

const refusal = (code: number, status: string, message: string) =>
  JSON.stringify({ error: { code, status, message } });

it('asks the key that made the file, and forgets it then', async () => {
  const { removal, asked, forgotten } = await aRemoval(200);
  expect(await removal.remove(7)).toEqual({ reason: 'deleted', label: 'files/abc' });
  expect(asked).toEqual(['DELETE /v1beta/files/abc by secret-of-key-2']);
  expect(forgotten).toEqual(['files/abc']);
});

it('asks a key that rests as well', async () => {
  const { removal, asked, rest } = await aRemoval(200, '{}', { displayName: 'greeting' });
  rest(anOutcome('rate_limited'));
  expect(await removal.remove(7)).toEqual({ reason: 'deleted', label: 'greeting' });
  expect(asked).toHaveLength(1);
});

it.each([
  [
    'upstream does not have any more',
    403,
    refusal(
      403,
      'PERMISSION_DENIED',
      'You do not have permission to access the File abc or it may not exist.',
    ),
    'gone',
  ],
  ['upstream does not find', 404, refusal(404, 'NOT_FOUND', 'Requested entity was not found.'), 'gone'],
  [
    'nobody can reach, because its key is dead',
    400,
    refusal(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
    'forgotten',
  ],
])('forgets a file that %s', async (_, status, body, reason) => {
  const { removal, forgotten } = await aRemoval(status, body);
  expect(await removal.remove(7)).toMatchObject({ reason });
  expect(forgotten).toEqual(['files/abc']);
});

it.each([
  ['that has expired', { state: 'expired' as const }, 'gone'],
  ['whose key is deleted', { keyId: 9 }, 'forgotten'],
])('asks nobody about a file %s', async (_, file, reason) => {
  const { removal, asked, forgotten } = await aRemoval(500, '', file);
  expect(await removal.remove(7)).toMatchObject({ reason });
  expect([asked, forgotten]).toEqual([[], ['files/abc']]);
});

it.each([
  ['is overloaded', 503, 'UNAVAILABLE', 'overloaded'],
  ['breaks down', 500, 'INTERNAL', 'upstream_failed'],
])('keeps the file when upstream %s, and says why', async (_, status, rpcStatus, reason) => {
  const { removal, forgotten } = await aRemoval(status, refusal(status, rpcStatus, 'Not now.'));
  expect(await removal.remove(7)).toMatchObject({ reason, message: `${status}: Not now.` });
  expect(forgotten).toEqual([]);
});

it('knows nothing of a file that is not there, and says nothing of one it was stopped at', async () => {
  const { removal, forgotten } = await aRemoval(200);
  expect(await removal.remove(8)).toBeUndefined();
  expect(await removal.remove(7, AbortSignal.abort())).toBeUndefined();
  expect(forgotten).toEqual([]);
});
