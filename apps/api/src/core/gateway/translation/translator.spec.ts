import { aTranslation, finishesIn, part, textOf, unfinished, used } from '../../testing/a-translation';
import { json, refusal, type Reply, reset, sse } from '../../testing/scripted-gateway';

describe('a long answer that upstream gives in pieces', () => {
  const pieces = [
    { ...unfinished('One ', 't1'), ...used(5, 1) },
    { ...unfinished('two ', 't"2'), ...used(5, 2) },
    { ...part('three.', 'STOP'), ...used(5, 3) },
  ];

  it('is collected as one, from the same key, with its whole usage', async () => {
    const translation = await aTranslation(pieces.map((piece) => json(200, piece)));
    const { choices, attempts, usage, answer } = await translation.collect();
    expect(choices).toEqual([
      expect.objectContaining({
        message: expect.objectContaining({ content: 'One two three.' }),
        finish_reason: 'stop',
      }),
    ]);
    expect(answer?.body).toMatchObject({ usage: { prompt_tokens: 15, completion_tokens: 6 } });
    expect([attempts, usage?.inputTokens, usage?.outputTokens]).toEqual([3, 15, 6]);
    expect(translation.keysUsed).toEqual(['1', '1', '1']);
    expect(translation.bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      { contents: [] },
      { continuationToken: 't1', contents: [] },
      { continuationToken: 't"2', contents: [] },
    ]);
    expect(translation.settled.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
  });

  it('is streamed as one, with one finish', async () => {
    const translation = await aTranslation(
      pieces.map((piece) => sse(piece)),
      { isStream: true },
    );
    const { chunks } = await translation.stream();
    expect(textOf(chunks)).toBe('One two three.');
    expect(finishesIn(chunks)).toEqual(['stop']);
    expect(chunks.at(-1)?.usage).toMatchObject({ prompt_tokens: 15, completion_tokens: 6 });
    expect(translation.keysUsed).toEqual(['1', '1', '1']);
  });

  it('ends at some time, as at a limit', async () => {
    const endless = Array.from({ length: 20 }, () => sse(unfinished('x', 't')));
    const translation = await aTranslation(endless, { isStream: true });
    const { chunks } = await translation.stream();
    expect([textOf(chunks), finishesIn(chunks)]).toEqual(['x'.repeat(16), ['length']]);
  });

  it('is never cut without a word', async () => {
    const refused = refusal(429, 'RESOURCE_EXHAUSTED');
    const translation = await aTranslation([sse(unfinished('One ', 't1')), refused, refused, refused], {
      isStream: true,
    });
    const { client, fault } = await translation.stream();
    expect(fault?.status).toBe(429);
    expect(client.text).toContain('data: {"error":');
    expect(client.text).not.toContain('[DONE]');
    expect(new Set(translation.keysUsed)).toEqual(new Set(['1']));
  });
});

describe('several answers', () => {
  const bodies = ['{"n":1}', '{"n":2}', '{"n":3}'];
  /** Answers by what was asked, not by when. */
  const eachItsOwn = (form: typeof sse): Reply[] =>
    bodies.map(() => (response, request) => form({ ...part('x', 'STOP'), ...used(4, 2) })(response, request));

  it('are collected in their order, and the prompt counts once for the client', async () => {
    const translation = await aTranslation(
      eachItsOwn((chunk) => json(200, chunk)),
      { bodies },
    );
    const { answer, usage } = await translation.collect();
    expect(answer?.body).toMatchObject({
      choices: [{ index: 0 }, { index: 1 }, { index: 2 }],
      usage: { prompt_tokens: 4, completion_tokens: 6, total_tokens: 10 },
    });
    expect([usage?.inputTokens, usage?.outputTokens]).toEqual([12, 6]);
  });

  it('are streamed side by side, each with its index and one finish', async () => {
    const translation = await aTranslation(eachItsOwn(sse), { bodies, isStream: true });
    const { chunks, client } = await translation.stream();
    expect([0, 1, 2].map((index) => textOf(chunks, index))).toEqual(['x', 'x', 'x']);
    expect(finishesIn(chunks)).toEqual(['stop', 'stop', 'stop']);
    expect(client.text.match(/\[DONE\]/g)).toHaveLength(1);
  });

  it('count their attempts together, so that no two of a request have one number', async () => {
    const busy = refusal(503, 'UNAVAILABLE');
    const fine = json(200, part('x', 'STOP'));
    const translation = await aTranslation([busy, busy, fine, fine, fine], { bodies });
    await translation.collect();
    expect(translation.settled.map(({ attempt }) => attempt).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('fail together, and no call is left behind', async () => {
    const silent: Reply = () => undefined;
    const translation = await aTranslation([silent, silent, refusal(400, 'INVALID_ARGUMENT', 'No.')], {
      bodies,
    });
    const { fault, answer } = await translation.collect();
    expect([fault?.status, answer, translation.pool.inFlight]).toEqual([400, undefined, 0]);
  });
});

describe('a stream', () => {
  it('is an honest status until something of it was sent', async () => {
    const translation = await aTranslation([refusal(400, 'INVALID_ARGUMENT', 'No.')], { isStream: true });
    const { client, fault } = await translation.stream();
    expect([fault?.status, client.head, client.isEnded]).toEqual([400, undefined, false]);
  });

  it.each<[string, Reply]>([
    ['a cut', sse(part('Hel'))],
    [
      'a lost connection',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(`data: ${JSON.stringify(part('Hel'))}\r\n\r\n`, () => response.destroy());
      },
    ],
    ['an error', sse(part('Hel'), { error: { code: 503, status: 'UNAVAILABLE', message: 'Busy.' } })],
    [
      'an event that is no JSON',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.end(
          `data: ${JSON.stringify(part('Hel'))}\n\ndata: {oops\n\ndata: ${JSON.stringify(part('', 'STOP'))}\n\n`,
        );
      },
    ],
  ])('tells of %s', async (_, reply) => {
    const { stream } = await aTranslation([reply], { isStream: true });
    const { client, fault, chunks } = await stream();
    expect(fault?.status).toBeGreaterThanOrEqual(500);
    expect(textOf(chunks)).toBe('Hel');
    expect(finishesIn(chunks)).toEqual([]);
    expect(client.text).toContain('data: {"error":');
    expect([client.text.includes('[DONE]'), client.isEnded]).toEqual([false, true]);
  });

  it('spares the client what went wrong before its first content', async () => {
    const { stream, keysUsed } = await aTranslation([reset, sse(part('Hello', 'STOP'))], { isStream: true });
    expect(textOf((await stream()).chunks)).toBe('Hello');
    expect(keysUsed).toEqual(['1', '2']);
  });

  it('may come as one body', async () => {
    const { stream } = await aTranslation([json(200, [part('Hel'), part('lo', 'STOP')])], { isStream: true });
    expect(textOf((await stream()).chunks)).toBe('Hello');
  });

  it('stops when the client leaves, and writes nothing more', async () => {
    const translation = await aTranslation([], { isStream: true });
    translation.cancellation.cancel();
    const { client, fault } = await translation.stream();
    expect([fault, client.head, translation.pool.inFlight]).toEqual([undefined, undefined, 0]);
  });
});
