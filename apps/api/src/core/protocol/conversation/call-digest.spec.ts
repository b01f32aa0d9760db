import { callDigest, threadDigest } from './call-digest';

describe('callDigest', () => {
  const call = { name: 'f', args: { a: 1, b: { c: [1, null], d: 'x' } } };

  it('is the same however the arguments are written', () => {
    expect(callDigest({ name: 'f', args: { b: { d: 'x', c: [1, null] }, a: 1 } })).toBe(callDigest(call));
    expect(callDigest(call)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ['the function', { ...call, name: 'g' }],
    ['a value', { ...call, args: { ...call.args, a: 2 } }],
    ['the type of a value', { ...call, args: { ...call.args, a: '1' } }],
    ['the order of a list', { ...call, args: { ...call.args, b: { c: [null, 1], d: 'x' } } }],
    [
      'a list that looks like an object',
      {
        ...call,
        args: {
          a: 1,
          b: [
            ['c', [1, null]],
            ['d', 'x'],
          ],
        },
      },
    ],
    ['no arguments', { ...call, args: {} }],
  ])('tells apart calls that differ in: %s', (_, other) => {
    expect(callDigest(other)).not.toBe(callDigest(call));
  });

  it('does not follow arguments that are nested too deep', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level++) deep = { deep };
    expect(callDigest({ name: 'f', args: { deep } })).toBe(callDigest({ name: 'f', args: { other: deep } }));
  });
});

it('tells conversations apart by all texts of their opening', () => {
  expect(threadDigest(['a', 'b'])).toBe(threadDigest(['a', 'b']));
  expect(threadDigest(['a', 'b'])).not.toBe(threadDigest(['ab']));
});
