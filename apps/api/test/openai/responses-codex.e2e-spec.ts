import { request } from 'node:http';
import { once } from 'node:events';
import { answered, codexRequest, codexTurn, userSays } from '../support/clients/codex';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import { MODEL, OpenaiRig } from '../support/rigs/openai-rig';

const WAY =
  'call exec_command({"cmd":"ls"}) and mcp__tracker__list_issues({"state":"open"}) ' +
  'then apply_patch({"input":"*** Begin Patch"}) then exec_command({"cmd":"npm test"})';

let rig: OpenaiRig;

beforeAll(async () => void (rig = await OpenaiRig.start({ MAX_RETRIES: '0' })));
afterAll(() => rig?.close());
beforeEach(() => rig.simulator.forgetRequests());

describe('Codex', () => {
  it('works through a task, also when the gateway starts again at every step', async () => {
    const conversation: unknown[] = [userSays(WAY)];
    const kinds: string[][] = [];
    for (let step = 0; step < 5; step += 1) {
      const { items, last } = await codexTurn(rig, codexRequest('codex-first-turn', conversation));
      expect(last).toMatchObject({
        type: 'response.completed',
        response: { usage: { total_tokens: expect.any(Number) } },
      });
      kinds.push(items.map(({ type }) => type));
      conversation.push(...answered(items));
      rig.gateway = await rig.gateway.restart();
    }
    expect(kinds.slice(0, 4)).toEqual([
      ['reasoning', 'function_call', 'function_call'],
      ['reasoning', 'custom_tool_call'],
      ['reasoning', 'function_call'],
      ['reasoning', 'message'],
    ]);
    expect(rig.lastSent()).not.toContain('skip_thought_signature_validator');
    expect(rig.simulator.requests.every(({ status }) => status === 200)).toBe(true);
  });

  it('goes on after it was interrupted in the middle of a turn', async () => {
    const { items } = await codexTurn(rig, codexRequest('codex-first-turn', [userSays(WAY)]));
    const withoutResults = answered(items).filter(({ type }) => !type.endsWith('_output'));
    const conversation = [userSays(WAY), ...withoutResults, userSays('Stop, say hello instead.')];
    const next = await codexTurn(rig, codexRequest('codex-first-turn', conversation));
    expect(next.last).toMatchObject({ type: 'response.completed' });
  });

  it.each([
    ['429-per-minute', { code: 'rate_limit_exceeded' }],
    ['503-overloaded', { code: 'server_is_overloaded' }],
    ['500-internal', { code: 'server_error' }],
  ])('reads why a stream failed: %s', async (fixture, error) => {
    const takeBack = rig.simulator.on().do({ kind: 'mid-stream-error', afterEvents: 2, fixture });
    try {
      const turn = await codexTurn(rig, codexRequest('codex-first-turn', [userSays('Tell a story')]));
      expect(turn).toMatchObject({ status: 200, last: { type: 'response.failed', response: { error } } });
    } finally {
      takeBack();
    }
  });

  it('gets a list of models that it can read', async () => {
    const reply = await rig.fetch('/models?client_version=0.99.0');
    const { models } = (await reply.json()) as { models: { slug: string }[] };
    expect(models.map(({ slug }) => slug)).toContain(MODEL);
    expect(await (await rig.fetch('/models')).json()).not.toHaveProperty('models');
  });

  it('is sent from a WebSocket to HTTP', async () => {
    const headers = {
      authorization: `Bearer ${CLIENT_TOKEN}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const asked = request(`${rig.gateway.url}/v1/responses`, { headers }).end();
    const [reply] = (await once(asked, 'response')) as [{ statusCode: number; resume(): void }];
    reply.resume();
    expect(reply.statusCode).toBe(426);
  });
});
