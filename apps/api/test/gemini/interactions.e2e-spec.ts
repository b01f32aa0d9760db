import type { GoogleGenAI } from '@google/genai';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import type { GatewayRig } from '../support/rigs/gateway-rig';
import { OTHER_TOKEN, startForTwoClients } from '../support/rigs/two-clients';
import { storedRows } from '../support/stored-rows';

const MODEL = 'gemini-3.8-flash';

let rig: GatewayRig;
let sdk: GoogleGenAI;

beforeAll(async () => {
  rig = await startForTwoClients();
  sdk = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());
afterEach(() => rig.simulator.clearFaults());

describe('an interaction', () => {
  const turn = (more: object = {}, token = CLIENT_TOKEN) =>
    rig.ask('POST', '/v1beta/interactions', { model: MODEL, input: 'Hi', ...more }, token);

  it('goes on with the key that keeps it, streamed or not', async () => {
    const first = await turn();
    expect(first.json.steps[0].content[0].text).toBe('Turn 1.');
    let previous_interaction_id: string = first.json.id;
    for (let n = 2; n < 6; n++) {
      const next = await turn({ previous_interaction_id });
      expect(next.json.steps[0].content[0].text).toBe(`Turn ${n}.`);
      previous_interaction_id = next.json.id;
    }
    expect(rig.keysAsked().size).toBe(1);
    const response = await rig.post('/v1/interactions', {
      model: MODEL,
      input: 'Hi',
      stream: true,
      previous_interaction_id,
    });
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(text.match(/^event: .*$/gm)).toHaveLength(6);
    const id = /"id":"(v1_\w+)"/.exec(text)![1]!;
    expect((await rig.ask('GET', `/v1/interactions/${id}`)).json.steps[0].content[0].text).toBe('Turn 6.');
    expect((await rig.ask('POST', `/v1/interactions/${id}/cancel`, {})).status).toBe(200);
    expect((await rig.ask('DELETE', `/v1/interactions/${id}`)).status).toBe(200);
    expect((await rig.ask('GET', `/v1/interactions/${id}`)).status).toBe(404);
    expect(rig.keysAsked().size).toBe(1);
  });

  it('is nobody else’s', async () => {
    const { json } = await turn();
    rig.simulator.forgetRequests();
    expect((await turn({ previous_interaction_id: json.id }, OTHER_TOKEN)).status).toBe(404);
    expect((await rig.ask('GET', `/v1beta/interactions/${json.id}`, undefined, OTHER_TOKEN)).status).toBe(
      404,
    );
    expect(rig.simulator.requests).toEqual([]);
    expect((await turn({ previous_interaction_id: json.id }, ADMIN_TOKEN)).status).toBe(200);
  });

  it('is made by Google’s SDK', async () => {
    const made = await sdk.interactions.create({ model: MODEL, input: 'Hi' });
    const next = await sdk.interactions.create({
      model: MODEL,
      input: 'And?',
      previous_interaction_id: made.id,
    });
    expect((await sdk.interactions.get(next.id)).id).toBe(next.id);
  });

  it('counts against the limits of its model, and finds another key', async () => {
    rig.simulator.on({ path: '/interactions' }).once().fail('429-per-minute');
    expect((await turn()).status).toBe(200);
    expect(rig.keysAsked().size).toBe(2);
    await rig.admin('POST', '/api/keys/reset', { ids: (await rig.keys()).map(({ id }) => id) });
  });
});

it('an interaction is accounted with what it has cost, streamed or not', async () => {
  const interaction = { model: MODEL, input: 'Hi' };
  await (await rig.post('/gemini/v1beta/interactions', interaction)).text();
  await (await rig.post('/gemini/v1beta/interactions', { ...interaction, stream: true })).text();
  await rig.gateway.stop();
  const rows = await storedRows(
    rig.gateway.dataDir,
    `SELECT model, inputTokens, outputTokens, isStream, attempts FROM request_logs WHERE route = '/gemini/v1beta/*'`,
  );
  expect(rows).toEqual([
    { model: MODEL, inputTokens: 7, outputTokens: 3, isStream: 0, attempts: 1 },
    { model: MODEL, inputTokens: 7, outputTokens: 3, isStream: 1, attempts: 1 },
  ]);
});
