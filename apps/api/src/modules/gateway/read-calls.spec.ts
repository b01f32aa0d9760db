import { Cancellation } from '../../core/cancellation';
import { ClientLeftError } from '../../core/gateway-error';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import {
  answer,
  aScriptedGateway,
  json,
  refusal,
  type Reply,
  reset,
  sse,
} from '../../core/testing/scripted-gateway';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { ReadCalls } from './read-calls';

const closing = closedAfterEach();
const MB = 1024 * 1024;

/** Begins a reply that is too long to be held back, and breaks the connection. */
const cut: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write(`{"text":"${'x'.repeat(2 * MB)}`, () => response.socket?.destroy());
};

async function aReader(script: readonly Reply[]) {
  const gateway = await closing(aScriptedGateway({ script }));
  const calls = new ReadCalls(gateway.dispatcher, () => 'v1beta');
  let attempts = 0;
  const exchange = {
    requestId: 'req_1',
    nextAttempt: () => ++attempts,
    startedAtMs: gateway.clock.nowMs(),
    clientLeft: new Cancellation(),
    facts: {},
  } as unknown as ClientExchange;
  const call = { model: 'pro', pool: gateway.pool, isModelListed: true, body: { contents: [] } };
  return { ...gateway, calls, exchange, call };
}

it('gives the whole reply, and adds up what several calls of a client cost', async () => {
  const { calls, exchange, call } = await aReader([answer, refusal(503, 'UNAVAILABLE'), answer]);
  for (let n = 0; n < 2; n++)
    expect((await calls.generate(exchange, call)).candidates?.[0]?.content?.parts).toEqual([
      { text: 'hello' },
    ]);
  expect(exchange.facts).toMatchObject({ attempts: 3, usage: { inputTokens: 6, outputTokens: 4 } });
});

it('gives the JSON of any other method', async () => {
  const { calls, exchange, call, bodies } = await aReader([json(200, { embeddings: [] })]);
  expect(await calls.json(exchange, 'batchEmbedContents', call)).toEqual({ embeddings: [] });
  expect(bodies).toEqual(['{"contents":[]}']);
});

it('hands on the chunks of a stream', async () => {
  const part = (text: string, finishReason?: string) => ({
    candidates: [{ content: { parts: [{ text }] }, finishReason }],
  });
  const { calls, exchange, call } = await aReader([sse(part('a'), part('b', 'STOP'))]);
  const texts: unknown[] = [];
  await calls.stream(exchange, call, {
    take: ({ candidates }) => void texts.push(candidates?.[0]?.content?.parts?.[0]?.text),
    flush: () => true,
    onDrain: () => undefined,
  });
  expect(texts).toEqual(['a', 'b']);
});

it('asks again for a long reply that was cut, of which the client has got nothing', async () => {
  const { calls, exchange, call, settled } = await aReader([cut, json(200, { whole: true })]);
  expect(await calls.json(exchange, 'predict', call)).toEqual({ whole: true });
  expect(settled.map(({ attempt, outcome }) => [attempt, outcome.kind])).toEqual([
    [1, 'truncated'],
    [2, 'ok'],
  ]);
});

it.each([
  ['what upstream refuses', refusal(400, 'INVALID_ARGUMENT', 'No.'), { status: 400, message: 'No.' }],
  ['what cannot be read', json(200, ['a list']), { status: 502 }],
])('tells of %s', async (_, reply, fault) => {
  const { calls, exchange, call } = await aReader([reply]);
  await expect(calls.json(exchange, 'predict', call)).rejects.toMatchObject(fault);
  expect(exchange.facts.attempts).toBe(1);
});

it('tries other keys while the network fails', async () => {
  const { calls, exchange, call, keysUsed } = await aReader([reset, answer]);
  await calls.generate(exchange, call);
  expect(new Set(keysUsed).size).toBe(2);
});

it('ends where nobody waits any more', async () => {
  const { calls, exchange, call } = await aReader([(response) => void response.socket?.pause()]);
  const asking = calls.generate(exchange, call);
  exchange.clientLeft.cancel();
  await expect(asking).rejects.toBeInstanceOf(ClientLeftError);
});
