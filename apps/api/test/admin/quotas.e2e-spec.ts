import { isDeepStrictEqual } from 'node:util';
import type { ModelCapacityListDto, QuotaLeftDto, QuotaUnit } from '@gemini-balance/shared';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

let rig: GatewayRig;

beforeAll(async () => {
  rig = await GatewayRig.start();
});
afterAll(() => rig.close());
afterEach(() => rig.reset());

/** Sends so many requests, one after another, and returns their statuses. */
async function ask(model: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < times; n++) statuses.push((await rig.generate(model)).status);
  return statuses;
}

/** What is told of a model today: nothing of a unit while no quota is known. */
interface Today {
  readonly usedToday: number;
  readonly requests?: Omit<QuotaLeftDto, 'learntAtMs'>;
  readonly inputTokens?: Omit<QuotaLeftDto, 'learntAtMs'>;
}

async function todayOf(model: string): Promise<object> {
  const { items } = await rig.admin<ModelCapacityListDto>('GET', '/api/keys/capacity');
  const { usedToday, left = {} } = items.find((item) => item.kind === 'gemini' && item.model === model) ?? {};
  const units = Object.entries(left) as [QuotaUnit, QuotaLeftDto][];
  return {
    usedToday,
    ...Object.fromEntries(units.map(([unit, { learntAtMs: _, ...quota }]) => [unit, quota])),
  };
}

/** Waits until that is told: the figures are added up again every second or so. */
async function told(model: string, expected: Today): Promise<void> {
  let last: object = {};
  await until(async () => {
    last = await todayOf(model);
    return isDeepStrictEqual(last, expected) || undefined;
  }).catch(() => expect(last).toEqual(expected));
}

it('knows what is left of a model today once a key has used its quota up, also after a restart', async () => {
  const model = rig.freshModel();
  const quotas = { [model]: { rpd: 2 } };
  await rig.addKeysOf([{ quotas }, { quotas }]);
  expect(await ask(model, 4)).toEqual([200, 200, 200, 200]);
  await told(model, { usedToday: 4 });

  expect(await ask(model, 1)).toEqual([429]);
  const usedUp = { perProject: 2, used: 4, total: 4, left: 0, known: 2, estimated: 0 };
  await told(model, { usedToday: 4, requests: usedUp });

  await rig.addKeysOf([{ quotas }]);
  expect(await ask(model, 1)).toEqual([200]);
  const oneLeft = { perProject: 2, used: 5, total: 6, left: 1, known: 2, estimated: 1 };
  await told(model, { usedToday: 5, requests: oneLeft });
  rig.gateway = await rig.gateway.restart();
  await told(model, { usedToday: 5, requests: oneLeft });
});

it('lets the keys of a project share its quota', async () => {
  const model = rig.freshModel();
  await rig.addKeysOf([{ project: '777', quotas: { [model]: { rpd: 3 } } }, { project: '777' }, {}]);
  const [one, two, free] = await rig.keys();
  for (const { id } of [one!, two!]) await rig.admin('PATCH', `/api/keys/${id}`, { project: '777' });
  await rig.admin('POST', '/api/keys/disable', { ids: [free!.id] });
  expect(await ask(model, 4)).toEqual([200, 200, 200, 429]);
  await rig.admin('POST', '/api/keys/enable', { ids: [free!.id] });
  const requests = { perProject: 3, used: 3, total: 6, left: 3, known: 1, estimated: 1 };
  await told(model, { usedToday: 3, requests });
});

it('counts input tokens where the quota is one of input tokens', async () => {
  const [key] = await rig.addKeys(2);
  const model = rig.freshModel();
  rig.simulator.on({ model, key }).fail('429-input-tokens-per-day');
  const replies = [await rig.generate(model), await rig.generate(model)];
  let used = 0;
  for (const reply of replies) {
    const { usageMetadata } = (await reply.json()) as { usageMetadata: { promptTokenCount: number } };
    used += usageMetadata.promptTokenCount;
  }
  const inputTokens = {
    perProject: 1_000_000,
    used,
    total: 2_000_000,
    left: 1_000_000 - used,
    known: 1,
    estimated: 1,
  };
  await told(model, { usedToday: 2, inputTokens });
});
