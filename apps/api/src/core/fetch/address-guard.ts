import { type BlockList, isIP } from 'node:net';
import { toAddressList } from './address-ranges';

/** Addresses that are not the public internet's: IANA's special-purpose registries, IPv4. */
const RESERVED_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Outside of it nothing is global unicast in IPv6. */
const GLOBAL_V6 = '2000::/3';

/** Inside of it: documentation, benchmarks and tunnels that lead to IPv4 addresses. */
const RESERVED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** IPv6 spellings of IPv4 addresses. */
const MAPPED_V4 = /^(?:::ffff:|64:ff9b::)(?:0:)?(\d+\.\d+\.\d+\.\d+|[0-9a-f]{1,4}:[0-9a-f]{1,4})$/;

/** Decides to which addresses the gateway goes for a client: public ones, and the ranges that the operator has opened. */
export class AddressGuard {
  readonly #opened: BlockList;

  /** @param openedRanges are addresses or ranges such as `10.0.0.0/8` (FETCH_ALLOW_CIDRS). */
  constructor(openedRanges: readonly string[]) {
    this.#opened = toAddressList(openedRanges);
  }

  /** @param address is an IP address; anything else is refused. */
  permits(address: string): boolean {
    const plain = unmapped(address);
    const version = isIP(plain);
    if (version === 0) return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (this.#opened.check(plain, family)) return true;
    if (family === 'ipv4') return !RESERVED.check(plain, family);
    return GLOBAL.check(plain, family) && !RESERVED.check(plain, family);
  }
}

const RESERVED = toAddressList([...RESERVED_V4, ...RESERVED_V6]);
const GLOBAL = toAddressList([GLOBAL_V6]);

/** The IPv4 address that an IPv6 one stands for, else the address without its zone. */
function unmapped(address: string): string {
  const plain = address.toLowerCase().split('%', 1)[0]!;
  if (isIP(plain) !== 6) return plain;
  const [, v4] = MAPPED_V4.exec(new URL(`http://[${plain}]`).hostname.slice(1, -1)) ?? [];
  if (v4 === undefined || v4.includes('.')) return v4 ?? plain;
  const [high = 0, low = 0] = v4.split(':').map((part) => parseInt(part, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
