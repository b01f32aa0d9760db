import { isIP } from 'node:net';

/** Refuses what is neither an IP address nor a range such as `10.0.0.0/8` or `fd00::/8`. */
export function isNotAddressRange(value: string): string | undefined {
  const [address = '', bits, ...rest] = value.split('/');
  const version = isIP(address);
  const isRange =
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
  return version !== 0 && isRange && rest.length === 0
    ? undefined
    : 'is neither an IP address nor a range such as 10.0.0.0/8';
}

/** Refuses what is neither `*` nor a web origin. */
export function isNotOrigin(value: string): string | undefined {
  if (value === '*') return undefined;
  return URL.canParse(value) && new URL(value).origin === value
    ? undefined
    : 'is neither * nor an origin such as https://app.example.com';
}

/** Refuses what is no address of an HTTP or SOCKS5 proxy. */
export function isNotProxyUrl(value: string): string | undefined {
  const isProxy =
    URL.canParse(value) &&
    /^(https?|socks5h?):$/.test(new URL(value).protocol) &&
    new URL(value).hostname !== '';
  return isProxy
    ? undefined
    : 'is not an address such as http://host:8080 or socks5://user:password@host:1080';
}

/** Refuses a header that HTTP cannot carry. */
export function isNotHeader(name: string, value: string): string | undefined {
  if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) return `has "${name}", which is no header name`;
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ? undefined
    : `has a value for "${name}" that no header can hold`;
}

/** Refuses what is no IANA time zone. */
export function isNotTimeZone(value: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return undefined;
  } catch {
    return 'is not a time zone such as Asia/Shanghai or UTC';
  }
}
