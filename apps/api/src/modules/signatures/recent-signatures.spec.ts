import { RecentSignatures } from './recent-signatures';

it('lets the least recently used go when all together are too long', () => {
  const recent = new RecentSignatures(10);
  recent.put('a', '1234');
  recent.put('b', '1234');
  expect(recent.get('a')).toBe('1234');
  recent.put('c', '1234');
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['1234', undefined, '1234']);
  recent.put('a', '12345678');
  expect([recent.get('a'), recent.get('c')]).toEqual(['12345678', undefined]);
});
