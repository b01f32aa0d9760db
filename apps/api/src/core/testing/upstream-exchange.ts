import { setImmediate as aTurn } from 'node:timers/promises';
import type { UpstreamCall } from '../gemini/upstream-call';
import { Secret } from '../secret';
import { EgressDispatchers } from '../upstream/egress/egress-dispatchers';
import type { UpstreamOptions } from '../upstream/upstream-client';
import { UpstreamClient } from '../upstream/upstream-client';
import { RecordingReceiver } from './recording-receiver';

export const A_KEY = 'AIzaSyTest1234567890abcdefghijklmnopqrs';
export const A_CREDENTIAL = { secret: new Secret(A_KEY), fingerprint: 'f1' };
export const A_STOPPED_CLOCK = { nowMs: () => 0, sleep: () => Promise.resolve() };

export function aCall(overrides: Partial<UpstreamCall> = {}): UpstreamCall {
  return {
    method: 'POST',
    path: '/v1beta/models/m:generateContent',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from('{}'),
    replyForm: 'unary',
    scope: 'm',
    expects: 'answer',
    ...overrides,
  };
}

/** A client of one origin, with time limits that no test reaches unless it sets one. */
export function aClient(
  origin: string,
  { proxies = [], connectTimeoutMs = 5_000, ...options }: ClientOptions = {},
): UpstreamClient {
  const egress = new EgressDispatchers(
    () => ({ proxies, fixedPerKey: true, connectTimeoutMs }),
    A_STOPPED_CLOCK,
  );
  const all = { origin, firstByteTimeoutMs: 5_000, idleTimeoutMs: 5_000, customHeaders: {}, ...options };
  return new UpstreamClient(egress, () => all);
}

interface ClientOptions extends Partial<UpstreamOptions> {
  readonly proxies?: readonly string[];
  readonly connectTimeoutMs?: number;
}

/** Sends a call and waits until its connection is free again. */
export async function replyOf(client: UpstreamClient, call = aCall()): Promise<RecordingReceiver> {
  const receiver = new RecordingReceiver();
  client.send(call, A_CREDENTIAL, receiver);
  await receiver.over;
  await aTurn();
  return receiver;
}
