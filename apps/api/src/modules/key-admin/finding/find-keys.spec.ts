import 'reflect-metadata';
import type { KeyFilterDto, KeySort } from '@gemini-balance/shared';
import fc from 'fast-check';
import { DEFAULT_HOLD_POLICY } from '../../../core/keypool/hold-policy';
import { Secret } from '../../../core/secret';
import { FakeClock } from '../../../core/testing/fake-clock';
import { anOutcome } from '../../../core/testing/outcomes';
import { KeyPools } from '../../keys/key-pools';
import { KeyRoster } from '../../keys/key-roster';
import type { RosterKey } from '../../keys/roster-key';
import { FindKeys } from './find-keys';

const DEAF = { held() {}, released() {}, failuresChanged() {}, projectLearnt() {} };

interface Given {
  readonly id: number;
  readonly kind?: RosterKey['kind'];
  readonly secret?: string;
  readonly note?: string;
  readonly group?: string;
  readonly project?: string;
  readonly weight?: number;
  readonly isEnabled?: boolean;
  readonly failures?: number;
}

function aFinder(keys: readonly Given[]) {
  const clock = new FakeClock();
  const pools = new KeyPools(
    clock,
    () => 0.5,
    () => DEFAULT_HOLD_POLICY,
    () => DEAF,
  );
  const roster = new KeyRoster(pools);
  for (const { id, kind = 'gemini', secret = `secret-of-key-number-${id}`, note, ...key } of keys)
    roster.put({
      kind,
      source: 'admin',
      note,
      createdAtMs: id,
      key: {
        weight: 1,
        isEnabled: true,
        failures: 0,
        ...key,
        id,
        secret: new Secret(secret),
        fingerprint: `${id}`,
      },
    });
  const finder = new FindKeys(roster, pools, { homeOf: (fingerprint) => `http://proxy-${fingerprint}` });
  return { finder, pools, roster, clock };
}

const settle = ({ pools }: ReturnType<typeof aFinder>, id: number, kind: 'invalid_key' | 'quota_exhausted') =>
  pools.of('gemini').acquireForProbe(id, 'pro')!.settle(anOutcome(kind));

const KEYS: Given[] = [
  { id: 1, note: 'Main account', group: 'team', project: 'p-1', failures: 2 },
  { id: 2, kind: 'vertex', group: 'other' },
  { id: 3, isEnabled: false, note: '100 %' },
  { id: 4, secret: 'AIzaSyWholeKeyOfTheTest-wxyz' },
  { id: 5, group: 'team' },
];

it.each<[string, KeyFilterDto, number[]]>([
  ['all', {}, [1, 2, 3, 4, 5]],
  ['a state', { state: 'disabled' }, [3]],
  ['a state with a cause', { state: 'invalid' }, [5]],
  ['a kind', { kind: 'vertex' }, [2]],
  ['a group', { group: 'team' }, [1, 5]],
  ['no group', { group: '' }, [3, 4]],
  ['a project', { project: 'p-1' }, [1]],
  ['failures', { minFailures: 2 }, [1]],
  ['a model they rest for', { model: 'pro' }, [4]],
  ['a part of a note, in any case', { search: 'ACCOUNT' }, [1]],
  ['a part of a group', { search: 'the' }, [2]],
  ['what is no wildcard', { search: '%' }, [3]],
  ['a whole key', { search: 'AIzaSyWholeKeyOfTheTest-wxyz' }, [4]],
  ['the end of a key', { search: 'wxyz' }, [4]],
  ['a masked key', { search: 'AIzaSy…wxyz' }, [4]],
  ['the middle of a key', { search: 'WholeKey' }, []],
  ['the egress proxy', { egress: 'http://proxy-3' }, [3]],
  ['several things', { group: 'team', state: 'ready' }, [1]],
])('finds keys by %s', async (_, filter, ids) => {
  const parts = aFinder(KEYS);
  settle(parts, 5, 'invalid_key');
  settle(parts, 4, 'quota_exhausted');
  expect(await parts.finder.all(filter)).toEqual(ids);
  const page = await parts.finder.page({ ...filter, order: 'asc' }, 10);
  expect(page.ids).toEqual(ids);
});

it('counts what matches in each state on the first page, whatever state is asked for', async () => {
  const parts = aFinder(KEYS);
  settle(parts, 5, 'invalid_key');
  const { ids, matching } = await parts.finder.page({ group: 'team', state: 'invalid' }, 10);
  expect(ids).toEqual([5]);
  expect(matching).toEqual({ ready: 1, resting: 0, invalid: 1, disabled: 0, total: 2 });
  const all = await parts.finder.page({}, 2);
  expect(all).toMatchObject({ ids: [5, 4], matching: { total: 5, disabled: 1 } });
  expect((await parts.finder.page({ cursor: all.nextCursor! }, 2)).matching).toBeUndefined();
});

it('pages through every sort without gaps and repetitions, whatever the page size', async () => {
  const keys = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 60 }),
      weight: fc.integer({ min: 1, max: 3 }),
      failures: fc.integer({ min: 0, max: 2 }),
      group: fc.constantFrom('a', 'b'),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const sorts = fc.constantFrom<KeySort>('created', 'failures', 'weight', 'lastUsed');
  const orders = fc.constantFrom<'asc' | 'desc'>('asc', 'desc');
  const filters = fc.constantFrom<KeyFilterDto>({}, { group: 'a' });
  await fc.assert(
    fc.asyncProperty(
      keys,
      sorts,
      orders,
      filters,
      fc.integer({ min: 1, max: 9 }),
      async (keys, sort, order, filter, size) => {
        const { finder } = aFinder(keys);
        const value = ({ id, weight, failures }: (typeof keys)[number]) =>
          ({ created: id, weight, failures, lastUsed: 0, inFlight: 0 })[sort];
        const sign = order === 'asc' ? 1 : -1;
        const expected = keys
          .filter(({ group }) => filter.group === undefined || filter.group === group)
          .sort((a, b) => sign * (value(a) - value(b) || a.id - b.id));
        const found: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await finder.page({ ...filter, sort, order, ...(cursor && { cursor }) }, size);
          found.push(...page.ids);
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(found).toEqual(expected.map(({ id }) => id));
      },
    ),
  );
});

it('refuses a cursor that it did not give out', async () => {
  await expect(aFinder(KEYS).finder.page({ cursor: 'abc' }, 2)).rejects.toMatchObject({ status: 400 });
});
