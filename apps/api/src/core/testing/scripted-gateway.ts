import type { IncomingMessage, ServerResponse } from 'node:http';
import { Cancellation } from '../cancellation';
import { AttemptSender } from '../gateway/attempts/attempt-sender';
import { Dispatcher, type Dispatch, type DispatchResult } from '../gateway/dispatch/dispatcher';
import type { AttemptSettled } from '../gateway/observing/gateway-observer';
import { anHttpServer } from './local-server';
import { aPoolOf } from './pool-keys';
import { RecordingSink } from './recording-sink';
import { aCall, aClient } from './upstream-exchange';

/** Answers one request of a scripted upstream. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export const json =
  (status: number, body: unknown): Reply =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export const text =
  (contentType: string, body: string): Reply =>
  (response) =>
    void response.writeHead(200, { 'content-type': contentType }).end(body);

export const answer = json(200, {
  candidates: [{ content: { parts: [{ text: 'hello' }] }, finishReason: 'STOP' }],
  usageMetadata: { promptTokenCount: 3, candidatesTokenCount: 2 },
});

export const sse =
  (...events: unknown[]): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of events) response.write(`data: ${JSON.stringify(event)}\r\n\r\n`);
    response.end();
  };

export const refusal = (
  status: number,
  rpcStatus: string,
  message = rpcStatus,
  details: unknown[] = [],
): Reply => json(status, { error: { code: status, status: rpcStatus, message, details } });

export const reset: Reply = (response) => void response.socket?.destroy();

/** A dispatcher before an upstream that gives the replies of a script, one for each attempt. */
export async function aScriptedGateway(options: {
  keys?: number;
  maxRetries?: number;
  script: readonly Reply[];
}) {
  const waiting = [...options.script];
  const keysUsed: string[] = [];
  const bodies: string[] = [];
  const upstream = await anHttpServer((request, response) => {
    keysUsed.push(String(request.headers['x-goog-api-key']).replace('secret-of-key-', ''));
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      (waiting.shift() ?? answer)(response, request);
    });
  });
  const { pool, clock } = aPoolOf(options.keys ?? 3);
  const client = aClient(upstream.origin);
  const settled: AttemptSettled[] = [];
  const waitsMs: number[] = [];
  const impatient = {
    nowMs: () => clock.nowMs(),
    sleep: (ms: number) => {
      waitsMs.push(ms);
      clock.advance(ms);
      return Promise.resolve();
    },
  };
  const observer = {
    attemptSettled: (event: AttemptSettled) => void settled.push(event),
    requestFinished: () => undefined,
  };
  const sender = new AttemptSender(client, observer, impatient);
  const maxRetries = options.maxRetries ?? 3;
  const dispatcher = new Dispatcher(sender, {
    clock: impatient,
    random: () => 0.5,
    policy: () => ({ maxRetries }),
  });

  const dispatch = async (
    changes: Partial<Dispatch> = {},
  ): Promise<DispatchResult & { sink: RecordingSink }> => {
    const sink = new RecordingSink();
    const result = await dispatcher.dispatch({
      requestId: 'req_1',
      startedAtMs: clock.nowMs(),
      call: aCall({ scope: 'pro' }),
      model: 'pro',
      pool,
      sink,
      cancellation: new Cancellation(),
      isModelListed: true,
      ...changes,
    });
    return { ...result, sink };
  };
  const close = () => upstream.close();
  return { dispatch, dispatcher, pool, clock, keysUsed, bodies, settled, waitsMs, upstream, close };
}
