import { GatewayRig } from '../support/rigs/gateway-rig';
import { storedRows } from '../support/stored-rows';

it('the log holds what each answer took: attempts, key and usage, streamed or not', async () => {
  const rig = await GatewayRig.start();
  await rig.addKeys(1);
  const [key] = await rig.keys();
  const model = rig.freshModel();
  for (let n = 0; n < 5; n++) {
    await (await rig.generate(model)).text();
    await (await rig.stream(model)).text();
    await (await rig.stream(model, 'json-array')).text();
  }
  await rig.gateway.stop();
  const sql = 'SELECT attempts, keyId, inputTokens > 0 AS isMetered FROM request_logs WHERE model = ?';
  const rows = await storedRows(rig.gateway.dataDir, sql, [model]);
  await rig.close();
  expect(rows).toEqual(Array.from({ length: 15 }, () => ({ attempts: 1, keyId: key!.id, isMetered: 1 })));
});

it.each([
  ['/v1/chat/completions', { messages: [{ role: 'user', content: 'Hello' }] }],
  ['/v1/messages', { max_tokens: 9, messages: [{ role: 'user', content: 'Hello' }] }],
  ['/v1/responses', { input: 'Hello' }],
])(
  'the log tells for whom a failed attempt of %s was made, and why its key was asked',
  async (path, body) => {
    const rig = await GatewayRig.start();
    await rig.addKeys(2);
    const model = rig.freshModel();
    rig.simulator.on({ model }).once().fail('500-internal');
    expect((await rig.post(path, { model, ...body })).status).toBe(200);
    await rig.gateway.stop();
    const sql =
      'SELECT route, choice, tokenId > 0 AS isKnown FROM attempt_logs WHERE model = ? AND attempt = 1';
    const rows = await storedRows(rig.gateway.dataDir, sql, [model]);
    await rig.close();
    expect(rows).toEqual([{ route: path, choice: 'in_turn', isKnown: 1 }]);
  },
);
