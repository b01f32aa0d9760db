import type { IncomingMessage } from 'node:http';
import { TrustedProxies } from './trusted-proxies';

function aRequest(remoteAddress: string | undefined, forwardedFor?: string): IncomingMessage {
  const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

const PROXIES = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'];

it.each([
  ['a client without a proxy', '203.0.113.9', undefined, '203.0.113.9'],
  ['a stranger, whatever it claims', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
  ['the client of a trusted proxy', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['the client of two trusted proxies', '10.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9'],
  ['the nearest client, not what it claims', '10.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
  ['a client whose port is told', '10.0.0.1', '1.1.1.1, 203.0.113.9:4711', '203.0.113.9'],
  [
    'a client whose port is told before proxies with theirs',
    '10.0.0.1',
    '[2001:db8::1]:4711, 10.0.0.3:443',
    '2001:db8::1',
  ],
  ['a client over IPv6', 'fd00::1', '2001:db8::1', '2001:db8::1'],
  ['an IPv4 client on an IPv6 socket', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
  ['a proxy that forwards nothing', '10.0.0.1', undefined, '10.0.0.1'],
  ['a proxy that forwards no address', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['a proxy that forwards an address with a break in it', '10.0.0.1', '203.0.113.9\r\nx', '10.0.0.1'],
  ['proxies alone', '10.0.0.1', '10.0.0.3, 192.0.2.7', '10.0.0.3'],
])('finds %s', (_, remote, forwarded, found) => {
  expect(new TrustedProxies(() => PROXIES).clientAddress(aRequest(remote, forwarded))).toBe(found);
});

it('trusts nobody unless told', () => {
  const nobody = new TrustedProxies(() => []);
  expect(nobody.clientAddress(aRequest('127.0.0.1', '203.0.113.9'))).toBe('127.0.0.1');
  expect(nobody.hasForwarded(aRequest('127.0.0.1'))).toBe(false);
});

it('follows a list that is replaced', () => {
  let ranges: readonly string[] = [];
  const proxies = new TrustedProxies(() => ranges);
  expect(proxies.isTrusted('10.0.0.1')).toBe(false);
  ranges = ['10.0.0.1'];
  expect(proxies.isTrusted('10.0.0.1')).toBe(true);
});

it('knows no address of a connection that is gone', () => {
  expect(new TrustedProxies(() => PROXIES).clientAddress(aRequest(undefined))).toBeUndefined();
});
