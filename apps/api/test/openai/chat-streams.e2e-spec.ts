import { aChat, anOpenaiRig } from '../support/rigs/openai-rig';

const here = anOpenaiRig();

describe('a stream', () => {
  it('says the same as a whole answer', async () => {
    const { choices } = await here.openai.chat.completions.create(aChat('Tell a story'));
    const runner = here.openai.chat.completions.stream(aChat('Tell a story'));
    const roles: (string | undefined)[] = [];
    for await (const chunk of runner) roles.push(chunk.choices[0]?.delta.role);
    const streamed = await runner.finalChatCompletion();
    expect(streamed.choices[0]?.message.content).toBe(choices[0]?.message.content);
    expect(streamed.choices[0]?.finish_reason).toBe('stop');
    expect(roles.filter(Boolean)).toEqual(['assistant']);
    expect(roles[0]).toBe('assistant');
  });

  it('tells the usage when asked, and only at the end', async () => {
    const stream = await here.openai.chat.completions.create({
      ...aChat('Tell a story'),
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    const last = chunks.pop();
    expect(last).toMatchObject({ choices: [], usage: { total_tokens: expect.any(Number) } });
    expect(chunks.every(({ usage }) => usage === null)).toBe(true);
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(1);
    expect(chunks.filter(({ choices }) => choices[0]?.finish_reason != null)).toHaveLength(1);
  });

  it('gives several answers side by side', async () => {
    const runner = here.openai.chat.completions.stream({ ...aChat('Tell a story'), n: 2 });
    const { choices } = await runner.finalChatCompletion();
    expect(choices.map(({ index, finish_reason: reason }) => [index, reason])).toEqual([
      [0, 'stop'],
      [1, 'stop'],
    ]);
  });

  it('is what the headers say, and ends with its mark', async () => {
    const response = await here.openai.chat.completions.create({ ...aChat('x'), stream: true }).asResponse();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    const text = await response.text();
    expect(text.endsWith('\n\ndata: [DONE]\n\n')).toBe(true);
  });

  it.each(['create', 'stream'] as const)('joins what upstream gives in pieces (%s)', async (method) => {
    const plain = await here.openai.chat.completions.create(aChat('Tell a story'));
    const takeBack = here.rig.simulator.on().do({ kind: 'continuation', hops: 3 });
    try {
      const completion =
        method === 'create'
          ? await here.openai.chat.completions.create(aChat('Tell a story'))
          : await here.openai.chat.completions.stream(aChat('Tell a story')).finalChatCompletion();
      expect(completion.choices).toMatchObject([
        { message: { content: plain.choices[0]?.message.content }, finish_reason: 'stop' },
      ]);
      expect(new Set(here.rig.simulator.requests.slice(1).map(({ key }) => key)).size).toBe(1);
    } finally {
      takeBack();
    }
  });

  it('says that a prompt was blocked', async () => {
    const takeBack = here.rig.simulator.on().do({ kind: 'blocked-prompt', reason: 'PROHIBITED_CONTENT' });
    try {
      const runner = here.openai.chat.completions.stream(aChat('x'));
      expect((await runner.finalChatCompletion()).choices).toMatchObject([
        {
          message: { refusal: expect.stringContaining('PROHIBITED_CONTENT') },
          finish_reason: 'content_filter',
        },
      ]);
    } finally {
      takeBack();
    }
  });

  it('ends upstream when the client leaves', async () => {
    const takeBack = here.rig.simulator.on().do({ kind: 'stall', afterEvents: 1 });
    try {
      const stream = await here.openai.chat.completions.create({ ...aChat('Tell a story'), stream: true });
      const request = await here.rig.simulator.nextRequest();
      for await (const _ of stream) break;
      stream.controller.abort();
      expect(await request.ended).not.toBe('answered');
    } finally {
      takeBack();
    }
  });

  it('tells of a cut in the stream, and does not end as if all were well', async () => {
    const takeBack = here.rig.simulator
      .on()
      .do({ kind: 'mid-stream-error', afterEvents: 2, fixture: '503-overloaded' });
    try {
      const stream = await here.openai.chat.completions.create({ ...aChat('Tell a story'), stream: true });
      const read = async () => {
        for await (const _ of stream);
      };
      await expect(read()).rejects.toMatchObject({ code: 'server_is_overloaded', type: 'server_error' });
    } finally {
      takeBack();
    }
  });
});
