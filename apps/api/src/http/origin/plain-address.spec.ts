import { forwardedAddresses, plainAddress } from './plain-address';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:4711', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:4711', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['unknown', 'unknown'],
  ['203.0.113.7:', '203.0.113.7:'],
  ['203.0.113.7:4711:1', '203.0.113.7:4711:1'],
  ['[2001:db8::1', '[2001:db8::1'],
  ['', ''],
])('reads %j as %j', (text, address) => {
  expect(plainAddress(text)).toBe(address);
});

it('reads a list of any spacing', () => {
  expect(forwardedAddresses('1.1.1.1:80,  [2001:db8::1]:4711 ,unknown')).toEqual([
    '1.1.1.1',
    '2001:db8::1',
    'unknown',
  ]);
});
