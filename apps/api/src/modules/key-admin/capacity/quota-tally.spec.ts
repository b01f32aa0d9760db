import type { QuotaLeftDto } from '@gemini-balance/shared';
import type { ToldQuota } from '../../quotas/learnt-quotas';
import { type KeyDay, QuotaTally } from './quota-tally';

const DAY = { startMs: 1_000, endMs: 2_000 };
const TODAY = 1_500;
const YESTERDAY = 500;

/** Quotas of 20, or of what is told by key; the last one of which counts for the others. */
function sums(
  keys: Partial<KeyDay>[],
  told: Record<number, ToldQuota> = {},
  latest: ToldQuota = { perDay: 20, learntAtMs: TODAY },
): Pick<QuotaLeftDto, 'used' | 'total' | 'left' | 'known' | 'estimated'> {
  const byKey = new Map(Object.entries(told).map(([id, quota]) => [Number(id), quota]));
  const tally = new QuotaTally({ latest, byKey }, DAY);
  keys.forEach((key, index) =>
    tally.add({ id: index + 1, project: undefined, readyAtMs: 0, used: 0, ...key }),
  );
  const { used, total, left, known, estimated } = tally.result();
  return { used, total, left, known, estimated };
}

const toldAt = (learntAtMs: number, perDay = 20): ToldQuota => ({ perDay, learntAtMs });

it.each<[string, Partial<KeyDay>[], Record<number, ToldQuota>, ReturnType<typeof sums>]>([
  [
    'what each key has not used is left',
    [{ used: 5 }, { used: 12 }],
    { 1: toldAt(YESTERDAY, 10), 2: toldAt(YESTERDAY) },
    { used: 17, total: 30, left: 13, known: 2, estimated: 0 },
  ],
  [
    'a key of which nothing was told is taken to have what was told last',
    [{ used: 5 }, { used: 1 }],
    { 1: toldAt(TODAY) },
    { used: 6, total: 40, left: 34, known: 1, estimated: 1 },
  ],
  [
    'nothing is left of a key that rests until the day is over, but it had its quota',
    [{ used: 18, readyAtMs: DAY.endMs }, { used: 5 }],
    { 1: toldAt(TODAY) },
    { used: 23, total: 40, left: 15, known: 1, estimated: 1 },
  ],
  [
    'a key that is back today has what it did not use',
    [{ used: 5, readyAtMs: DAY.endMs - 1 }],
    { 1: toldAt(YESTERDAY) },
    { used: 5, total: 20, left: 15, known: 1, estimated: 0 },
  ],
  [
    'a key that rests over the day for something else counts for nothing',
    [{ readyAtMs: DAY.endMs }, { readyAtMs: DAY.endMs, used: 2 }],
    { 1: toldAt(YESTERDAY) },
    { used: 2, total: 0, left: 0, known: 0, estimated: 0 },
  ],
  [
    'nor does one that does not return, though its quota was told today',
    [{ readyAtMs: Infinity, used: 20 }],
    { 1: toldAt(TODAY) },
    { used: 20, total: 0, left: 0, known: 0, estimated: 0 },
  ],
  [
    'never is less than nothing left',
    [{ used: 25 }, { used: 0 }],
    {},
    { used: 25, total: 40, left: 20, known: 0, estimated: 2 },
  ],
  [
    'keys of a project share its quota, and what was used with those that cannot be used any more counts',
    [
      { project: 'a', used: 5 },
      { project: 'a', used: 6, readyAtMs: Infinity },
      { project: 'b', used: 1 },
    ],
    {},
    { used: 12, total: 40, left: 28, known: 0, estimated: 2 },
  ],
  [
    'of a project what was told last of any of its keys counts',
    [{ project: 'a' }, { project: 'a' }],
    { 1: toldAt(TODAY, 50), 2: toldAt(YESTERDAY, 10) },
    { used: 0, total: 50, left: 50, known: 1, estimated: 0 },
  ],
  ['without keys there is nothing', [], {}, { used: 0, total: 0, left: 0, known: 0, estimated: 0 }],
])('%s', (_, keys, told, expected) => {
  expect(sums(keys, told)).toEqual(expected);
});

it('says what was told last', () => {
  const tally = new QuotaTally({ latest: toldAt(TODAY, 7), byKey: new Map() }, DAY);
  expect(tally.result()).toMatchObject({ perProject: 7, learntAtMs: TODAY });
});
