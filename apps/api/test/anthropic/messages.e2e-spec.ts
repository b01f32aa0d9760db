import type Anthropic from '@anthropic-ai/sdk';
import { anHttpServer } from '../../src/core/testing/local-server';
import { ANTHROPIC_BASES, anthropicAt, ask, MODEL, PIXEL, textOf } from '../support/clients/anthropic-client';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig, TWO_KEYS } from '../support/rigs/gateway-rig';

let rig: GatewayRig;
let anthropic: Anthropic;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys(TWO_KEYS, { env: { FETCH_ALLOW_CIDRS: '127.0.0.1' } });
  anthropic = anthropicAt(rig.gateway.url);
});

afterAll(() => rig?.close());

beforeEach(() => rig.simulator.forgetRequests());

/** A request as a client sends it that is no SDK. */
const post = (path: string, headers: Record<string, string>, body: object = ask('Say hello')) =>
  fetch(rig.gateway.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('a message', () => {
  it.each(ANTHROPIC_BASES)('is answered below %s', async (base) => {
    const message = await anthropicAt(rig.gateway.url + base).messages.create(ask('Say hello'));
    expect(message).toMatchObject({
      type: 'message',
      role: 'assistant',
      model: MODEL,
      stop_reason: 'end_turn',
      stop_sequence: null,
    });
    expect(message.id).toMatch(/^msg_[0-9a-z]{24}$/);
    expect(textOf(message)).toContain('Say hello');
    expect(message.usage.input_tokens).toBeGreaterThan(0);
    expect(message.usage.output_tokens).toBeGreaterThan(message.usage.output_tokens_details!.thinking_tokens);
  });

  it.each([
    ['x-api-key of older SDKs', { 'x-api-key': CLIENT_TOKEN, 'anthropic-version': '2023-06-01' }],
    ['a bearer token', { authorization: `Bearer ${CLIENT_TOKEN}`, 'anthropic-version': '2026-10-21' }],
    ['no version, and betas of tomorrow', { 'x-api-key': CLIENT_TOKEN, 'anthropic-beta': 'a-2030,b-2031' }],
  ])('is answered with %s', async (_, headers) => {
    const response = await post('/v1/messages?beta=true', headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    expect(await response.json()).toMatchObject({ type: 'message', stop_reason: 'end_turn' });
  });

  it('is answered by the beta resource of the SDK too', async () => {
    const message = await anthropic.beta.messages.create({
      ...ask('Say hello'),
      betas: ['effort-2025-11-24'],
    });
    expect(message.stop_reason).toBe('end_turn');
  });

  it('says the same streamed as whole, block by block', async () => {
    const asked = { ...ask('Tell a story'), thinking: { type: 'enabled' as const, budget_tokens: 1024 } };
    const whole = await anthropic.messages.create(asked);
    const stream = anthropic.messages.stream(asked);
    const open: number[] = [];
    const started: number[] = [];
    for await (const event of stream) {
      if (event.type === 'content_block_start') {
        open.push(event.index);
        started.push(event.index);
      }
      if (event.type === 'content_block_delta') expect(open).toEqual([event.index]);
      if (event.type === 'content_block_stop') expect(open.pop()).toBe(event.index);
    }
    expect(started).toEqual(started.map((_, index) => index));
    const message = await stream.finalMessage();
    expect(message.content).toEqual(whole.content);
    expect(message.content.map(({ type }) => type)).toEqual(['thinking', 'text']);
    expect(message.usage).toEqual(whole.usage);
    expect(rig.simulator.requests[0]?.json).toMatchObject({
      generationConfig: { thinkingConfig: { includeThoughts: true, thinkingLevel: 'LOW' } },
    });
  });

  it('is a stream of named events as the headers say', async () => {
    const response = await post('/v1/messages', { 'x-api-key': CLIENT_TOKEN }, { ...ask('x'), stream: true });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    const events = (await response.text()).trimEnd().split('\n\n');
    for (const event of events) expect(event).toMatch(/^event: (\w+)\ndata: \{"type":"\1"[^\n]*\}$/);
    expect(events[0]).toContain('event: message_start');
    expect(events.at(-1)).toContain('event: message_stop');
  });

  it('has no thinking that nobody asked for', async () => {
    const message = await anthropic.messages.create(ask('Say hello'));
    expect(message.content.map(({ type }) => type)).toEqual(['text']);
    expect(JSON.stringify(rig.simulator.requests[0]?.json)).not.toContain('includeThoughts');
  });

  it('takes instructions, pictures and documents', async () => {
    const files = await anHttpServer((_, response) => {
      response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from(PIXEL, 'base64'));
    });
    try {
      const picture = { type: 'base64' as const, media_type: 'image/png' as const, data: PIXEL };
      const message = await anthropic.messages.create({
        ...ask([
          { type: 'text', text: 'What is it?' },
          { type: 'image', source: picture },
          { type: 'image', source: { type: 'url', url: `${files.origin}/cat.png` } },
          {
            type: 'document',
            source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0xLjQKJcOkw7zDtsOfCg==' },
          },
        ]),
        system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
      });
      expect(textOf(message)).toMatch(/image\/png.*image\/png.*application\/pdf.*Instructed: "Be brief\."/);
    } finally {
      await files.close();
    }
  });

  it.each([false, true])('may be megabytes long (streamed: %s)', async (stream) => {
    const data = Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.alloc(1_500_000)]).toString('base64');
    const body = ask([{ type: 'image', source: { type: 'base64', media_type: 'image/png', data } }]);
    const message = stream
      ? await anthropic.messages.stream(body).finalMessage()
      : await anthropic.messages.create(body);
    expect(textOf(message)).toContain('image/png');
    const refused = anthropic.messages.create({ ...body, max_tokens: 'x' as never });
    await expect(refused).rejects.toMatchObject({ status: 400, type: 'invalid_request_error' });
  });

  it('has the form that was asked for', async () => {
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, age: { type: 'integer' } },
      required: ['name', 'age'],
      additionalProperties: false,
    };
    const message = await anthropic.messages.create({
      ...ask('Anna is 7'),
      output_config: { format: { type: 'json_schema', schema } },
    });
    expect(JSON.parse(textOf(message))).toEqual({ name: expect.any(String), age: expect.any(Number) });
  });

  it('names its sources where the web was searched', async () => {
    const { content, usage } = await anthropic.messages.create({
      ...ask('What is new?'),
      tools: [{ type: 'web_search_20250305', name: 'web_search' }],
    });
    expect(content.map(({ type }) => type)).toEqual(['text', 'server_tool_use', 'web_search_tool_result']);
    const [text, search, found] = content as [
      Anthropic.TextBlock,
      Anthropic.ServerToolUseBlock,
      Anthropic.WebSearchToolResultBlock,
    ];
    expect(text.citations?.[0]).toMatchObject({ type: 'web_search_result_location', title: 'example.com' });
    expect(search.input).toEqual({ query: 'What is new?' });
    expect(found).toMatchObject({ tool_use_id: search.id, content: expect.arrayContaining([]) });
    expect(usage.server_tool_use).toEqual({ web_search_requests: 1, web_fetch_requests: 0 });
  });

  it('ends at a stop sequence, and says which where upstream was not told of it', async () => {
    const stopped = await anthropic.messages.create({
      ...ask('one two three'),
      stop_sequences: ['1', '2', '3', '4', '5', 'two'],
    });
    expect(stopped).toMatchObject({ stop_reason: 'stop_sequence', stop_sequence: 'two' });
    expect(textOf(stopped)).toBe('You said: "one ');
    expect(rig.simulator.requests[0]?.json).toMatchObject({
      generationConfig: { stopSequences: ['1', '2', '3', '4', '5'] },
    });
  });

  it.each<[string, object, string, string]>([
    ['the token limit', { kind: 'finish-reason', reason: 'MAX_TOKENS' }, 'max_tokens', 'text'],
    ['a filter', { kind: 'finish-reason', reason: 'SAFETY' }, 'refusal', 'text'],
    ['a blocked prompt', { kind: 'blocked-prompt', reason: 'PROHIBITED_CONTENT' }, 'refusal', ''],
  ])('tells that it ended at %s', async (_, fault, reason, types) => {
    const takeBack = rig.simulator.on().do(fault as never);
    try {
      for (const message of [
        await anthropic.messages.create(ask('Tell a story')),
        await anthropic.messages.stream(ask('Tell a story')).finalMessage(),
      ]) {
        expect(message.stop_reason).toBe(reason);
        expect(message.content.map(({ type }) => type).join()).toBe(types);
      }
    } finally {
      takeBack();
    }
  });

  it('joins what upstream gives in pieces', async () => {
    const plain = await anthropic.messages.create(ask('Tell a story'));
    const takeBack = rig.simulator.on().do({ kind: 'continuation', hops: 3 });
    try {
      const joined = await anthropic.messages.stream(ask('Tell a story')).finalMessage();
      expect(textOf(joined)).toBe(textOf(plain));
      expect(joined.stop_reason).toBe('end_turn');
    } finally {
      takeBack();
    }
  });
});
