import { GatewayRig } from './support/gateway-rig';
import { storedRows } from './support/stored-rows';

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
