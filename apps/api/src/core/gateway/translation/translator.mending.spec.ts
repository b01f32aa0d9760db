import { aTranslation, badSignature, malformed, odd, part, textOf, whole } from '../../testing/a-translation';
import { json, sse, text } from '../../testing/scripted-gateway';

describe('an answer without content', () => {
  it.each([
    ['nothing but a finish reason', malformed],
    [
      'thoughts before a malformed call',
      {
        candidates: [
          { content: { parts: [{ text: 'Hm', thought: true }] }, finishReason: 'MALFORMED_FUNCTION_CALL' },
        ],
      },
    ],
    ['no candidate', {}],
    ['a stop without a word', { candidates: [{ finishReason: 'STOP' }] }],
  ])('is asked for once more: %s', async (_, empty) => {
    const translation = await aTranslation([json(200, empty), json(200, part('Hello', 'STOP'))]);
    const { choices } = await translation.collect();
    expect(choices).toMatchObject([{ message: { content: 'Hello' } }]);
    expect(translation.bodies).toHaveLength(2);
  });

  it.each([
    ['a body of another form', false, json(200, odd)],
    ['a body that is no JSON', false, text('text/html', '<html>')],
    ['an event of another form', true, sse(odd)],
    ['an event that is no JSON', true, text('text/event-stream', `data: {"cand\n\n${whole}`)],
  ] as const)('is asked for once more, and then an error: %s', async (_, isStream, broken) => {
    const good = part('Hello', 'STOP');
    const spared = await aTranslation([broken, isStream ? sse(good) : json(200, good)], { isStream });
    if (isStream) expect(textOf((await spared.stream()).chunks)).toBe('Hello');
    else expect((await spared.collect()).choices).toMatchObject([{ message: { content: 'Hello' } }]);
    expect(spared.keysUsed).toEqual(['1', '2']);
    const given = await aTranslation([broken, broken], { isStream });
    const result = isStream ? await given.stream() : await given.collect();
    expect([result.fault?.status, given.keysUsed]).toEqual([502, ['1', '2']]);
  });

  it('is an error the second time', async () => {
    const translation = await aTranslation([json(200, malformed), json(200, malformed)]);
    const { fault, answer } = await translation.collect();
    expect([fault?.status, fault?.code, answer]).toEqual([502, 'upstream_failed', undefined]);
    expect(fault?.message).toContain('MALFORMED_FUNCTION_CALL');
    expect(translation.bodies).toHaveLength(2);
  });

  it.each([false, true])(
    'is an error where it ends in a way nobody knows (streamed: %s)',
    async (isStream) => {
      const unknown = { candidates: [{ content: { parts: [] }, finishReason: 'NEW_REASON' }] };
      const translation = await aTranslation([isStream ? sse(unknown) : json(200, unknown)], { isStream });
      const { fault } = isStream ? await translation.stream() : await translation.collect();
      expect([fault?.status, fault?.message]).toEqual([502, expect.stringContaining('NEW_REASON')]);
    },
  );

  it('is asked for once more, and then an error, also where it is streamed', async () => {
    const spared = await aTranslation([sse(malformed), sse(part('Hello', 'STOP'))], { isStream: true });
    expect(textOf((await spared.stream()).chunks)).toBe('Hello');
    const given = await aTranslation([sse(malformed), sse(malformed)], { isStream: true });
    const { fault, client } = await given.stream();
    expect([fault?.status, client.head]).toEqual([502, undefined]);
  });

  it('is told in the stream where thoughts have been sent', async () => {
    const thought = { candidates: [{ content: { parts: [{ text: 'Hm', thought: true }] } }] };
    const translation = await aTranslation([sse(thought, malformed)], { isStream: true });
    const { client, fault } = await translation.stream();
    expect(fault?.status).toBe(502);
    expect(client.text).toContain('"reasoning_content":"Hm"');
    expect(client.text).toContain('data: {"error":');
    expect(client.text).not.toContain('[DONE]');
  });

  it('is the answer where the prompt was blocked or the limit reached', async () => {
    const blocked = await aTranslation([json(200, { promptFeedback: { blockReason: 'SAFETY' } })]);
    expect((await blocked.collect()).choices).toMatchObject([{ finish_reason: 'content_filter' }]);
    const limited = await aTranslation([json(200, { candidates: [{ finishReason: 'MAX_TOKENS' }] })]);
    expect((await limited.collect()).choices).toMatchObject([{ finish_reason: 'length' }]);
  });
});

describe('a refused signature', () => {
  it.each([false, true])('is mended once, unseen by the client (streamed: %s)', async (isStream) => {
    const good = isStream ? sse(part('Hello', 'STOP')) : json(200, part('Hello', 'STOP'));
    const translation = await aTranslation([badSignature, good], { isStream });
    const result = isStream ? await translation.stream() : await translation.collect();
    expect([result.fault, result.attempts]).toEqual([undefined, 2]);
    expect(translation.bodies).toEqual(['{"contents":[]}', '{"contents":"mended"}']);
    expect(translation.settled.map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('is told the second time', async () => {
    const translation = await aTranslation([badSignature, badSignature]);
    expect((await translation.collect()).fault?.status).toBe(400);
    expect(translation.bodies).toHaveLength(2);
  });

  it('is told at once where nothing can be mended', async () => {
    const translation = await aTranslation([badSignature]);
    Object.assign(translation.order, { repair: async () => undefined });
    expect((await translation.collect()).fault?.code).toBe('signature_rejected');
  });
});
