import { midnight, momentsOf } from './time-range';

const NOON = new Date(2026, 10, 21, 12).getTime();
const at = (day: number): number => new Date(2026, 10, day).getTime();

it.each([
  ['1h', { fromMs: NOON - 3_600_000 }],
  ['today', { fromMs: at(21) }],
  ['yesterday', { fromMs: at(20), toMs: at(21) }],
  ['before-7d', { toMs: NOON - 7 * 86_400_000 }],
] as const)('knows when %s is', (range, moments) => expect(momentsOf(range, NOON)).toEqual(moments));

it('finds midnight across the end of a month', () =>
  expect(midnight(new Date(2026, 10, 1, 0, 30).getTime(), -1)).toBe(new Date(2026, 9, 31).getTime()));
