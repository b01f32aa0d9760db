import type Anthropic from '@anthropic-ai/sdk';
import { anthropicAt, ask, textOf } from '../support/clients/anthropic-client';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const KEY = 'AIzaSyTest-key-number-one-0000000000001';
/** Longer than two keep-alives are apart. */
const SLOW = { kind: 'latency', ms: 2_500 } as const;

let rig: GatewayRig;
let anthropic: Anthropic;

beforeAll(async () => {
  rig = await GatewayRig.startWithKeys([KEY], { env: { STREAM_KEEPALIVE_SECONDS: '1', MAX_RETRIES: '0' } });
  anthropic = anthropicAt(rig.gateway.url);
});

afterAll(() => rig?.close());

afterEach(() => rig.simulator.clearFaults());

/** The names of the events of a stream. */
async function eventsOf(body: object): Promise<string[]> {
  const response = await fetch(`${rig.gateway.url}/v1/messages`, {
    method: 'POST',
    headers: { 'x-api-key': CLIENT_TOKEN },
    body: JSON.stringify({ ...body, stream: true }),
  });
  return [...(await response.text()).matchAll(/^event: (\w+)$/gm)].map(([, name]) => name!);
}

describe('while upstream is silent', () => {
  it('the message begins, and pings show that the line is alive', async () => {
    rig.simulator.on().do(SLOW);
    const events = await eventsOf(ask('Say hello'));
    // How many there are is the machine's business.
    expect(events.join(' ')).toMatch(/^message_start ping ping (ping )*content_block_start /);
    expect(events.filter((name) => name === 'message_start')).toHaveLength(1);
    expect(events.at(-1)).toBe('message_stop');
  });

  it('the SDK waits, and gets the whole message with the true usage', async () => {
    const { usage } = await anthropic.messages.create(ask('Say hello'));
    rig.simulator.on().do(SLOW);
    const message = await anthropic.messages.stream(ask('Say hello')).finalMessage();
    expect(textOf(message)).toContain('Say hello');
    expect(message.usage.input_tokens).toBe(usage.input_tokens);
  });

  it('and then fails, the stream says so', async () => {
    rig.simulator.on().do(SLOW, { kind: 'error', fixture: '503-overloaded' });
    const failed = anthropic.messages.stream(ask('Say hello')).finalMessage();
    await expect(failed).rejects.toMatchObject({ type: 'overloaded_error' });
  });

  it('and then refuses a signature, the message that has begun goes on', async () => {
    const tools = [{ name: 'weather', input_schema: { type: 'object' as const } }];
    const body = { ...ask('call weather({"city":"Oslo"}) then weather'), tools };
    const { content } = await anthropic.messages.create({ ...body, thinking: { type: 'adaptive' } });
    const altered = content.map((block) =>
      block.type === 'tool_use' ? { ...block, input: { city: 'Bergen' } } : block,
    ) as Anthropic.ContentBlockParam[];
    const call = content.find((block) => block.type === 'tool_use')!;
    rig.simulator.on().do(SLOW);
    const message = await anthropic.messages
      .stream({
        ...body,
        messages: [
          ...body.messages,
          { role: 'assistant', content: altered },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id, content: 'sunny' }] },
        ],
      })
      .finalMessage();
    expect(message.stop_reason).toBe('tool_use');
    expect(rig.simulator.requests.slice(-2).map(({ status }) => status)).toEqual([400, 200]);
  });
});
