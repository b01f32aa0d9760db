import type { IncomingMessage } from 'node:http';
import { PublicOrigin } from './public-origin';

function request(remoteAddress: string, headers: Record<string, string>): IncomingMessage {
  return { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
}

const FORWARDED = {
  host: 'inner:8000',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'ai.example.com, x',
};

it.each([
  [
    'what PUBLIC_URL says, above all',
    'https://a.example/ai',
    ['10.0.0.0/8'],
    '10.0.0.1',
    FORWARDED,
    'https://a.example/ai',
  ],
  [
    'the host that the client asked',
    '',
    [],
    '127.0.0.1',
    { host: 'localhost:8000' },
    'http://localhost:8000',
  ],
  [
    'what a trusted proxy forwards',
    '',
    ['10.0.0.0/8'],
    '::ffff:10.1.2.3',
    FORWARDED,
    'https://ai.example.com',
  ],
  ['a trusted IPv6 address', '', ['fd00::/8'], 'fd00::1', FORWARDED, 'https://ai.example.com'],
  ['a single trusted address', '', ['10.0.0.1'], '10.0.0.1', FORWARDED, 'https://ai.example.com'],
  ['nothing that anybody else forwards', '', ['10.0.0.0/8'], '192.168.0.1', FORWARDED, 'http://inner:8000'],
  ['no host that is none', '', [], '127.0.0.1', { host: 'a/b"><script>' }, 'http://localhost'],
])('believes %s', (_, publicUrl, trustedProxies, address, headers, origin) => {
  const policy = { publicUrl, trustedProxies };
  expect(new PublicOrigin(() => policy).of(request(address, headers as Record<string, string>))).toBe(origin);
});
