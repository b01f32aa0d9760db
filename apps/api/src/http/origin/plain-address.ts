/**
 * An address as it is written, of what sockets and proxies tell: IPv4 also where a socket of IPv6 took the connection, and without
 * the port that some proxies add: `203.0.113.7:4711`, `[2001:db8::1]:4711`. Text that is no address stays as it is.
 */
export function plainAddress(text: string): string {
  const [, inBrackets, beforePort] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  return (inBrackets ?? beforePort ?? text).replace(/^::ffff:(?=\d+\.)/i, '');
}

/** The addresses of an `X-Forwarded-For`, the nearest one last. */
export function forwardedAddresses(header: string): string[] {
  return header.split(',').map((hop) => plainAddress(hop.trim()));
}
