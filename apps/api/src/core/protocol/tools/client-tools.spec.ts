import { ClientTools } from './client-tools';

const declared = (names: readonly string[]) => names.map((name) => ({ name, description: undefined }));
const upstreamNames = (names: readonly string[]) =>
  new ClientTools(declared(names)).all.map(({ upstreamName }) => upstreamName);

describe('ClientTools', () => {
  it('numbers names that come to the same, and leaves alone those that upstream takes', () => {
    expect(upstreamNames(['a b', 'a/b', 'a_b', 'a_b_2', 'a.b'])).toEqual([
      'a_b_3',
      'a_b_4',
      'a_b',
      'a_b_2',
      'a.b',
    ]);
  });

  it('is done at once with thousands of names that come to the same', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const startedAt = performance.now();
    expect(new Set(upstreamNames(names)).size).toBe(names.length);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });
});
