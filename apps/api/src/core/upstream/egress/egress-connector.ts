import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { EgressError } from './egress-error';
import type { EgressProxy } from './egress-proxy';
import { openHttpTunnel } from './http-tunnel';
import { openSocksTunnel } from './socks-tunnel';
import type { TunnelTarget } from './tunnel-target';

/**
 * How undici opens a connection to upstream: directly, or through a tunnel of the proxy.
 * undici's own proxy agents are not used: when a proxy closes the connection during the handshake
 * they report a socket error, which undici's client takes as a reason to connect again, for ever.
 */
export function connectorThrough(
  proxy: EgressProxy | undefined,
  connectTimeoutMs: number,
): buildConnector.connector {
  const direct = buildConnector({ timeout: connectTimeoutMs });
  if (!proxy) return direct;
  const openTunnel = proxy.scheme === 'socks5' ? openSocksTunnel : openHttpTunnel;
  return (options, done) => {
    openTunnel(proxy, targetOf(options), connectTimeoutMs).then(
      (socket) => handOver(socket, options, direct, done),
      (error: Error) => done(error, null),
    );
  };
}

function handOver(
  socket: Socket,
  options: buildConnector.Options,
  direct: buildConnector.connector,
  done: buildConnector.Callback,
): void {
  // Whoever takes the socket over listens for itself; an error before that must not end the process.
  socket.on('error', () => undefined);
  if (socket.destroyed) done(new EgressError('it closed the connection'), null);
  else if (options.protocol === 'https:') direct({ ...options, httpSocket: socket }, done);
  else done(null, socket);
}

function targetOf({ hostname, protocol, port }: buildConnector.Options): TunnelTarget {
  return { host: hostname, port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}
