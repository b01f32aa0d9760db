import type { Socket } from 'node:net';
import { SocksClient } from 'socks';
import { EgressError } from './egress-error';
import type { EgressProxy } from './egress-proxy';
import type { TunnelTarget } from './tunnel-target';

/**
 * Opens a way to the target through a SOCKS5 proxy, which also resolves the target's name.
 * Rejects with an EgressError, also when it takes longer than `timeoutMs`.
 */
export async function openSocksTunnel(
  proxy: EgressProxy,
  target: TunnelTarget,
  timeoutMs: number,
): Promise<Socket> {
  try {
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      proxy: {
        type: 5,
        host: proxy.host,
        port: proxy.port,
        userId: proxy.username,
        password: proxy.password,
      },
      destination: target,
      timeout: timeoutMs,
      set_tcp_nodelay: true,
    });
    return socket;
  } catch (error) {
    // The error of the library carries the proxy's password in its options, so it is not passed on as a cause.
    throw new EgressError(reasonOf(error));
  }
}

/** The system's error code where the library's message has one: the message around it names the proxy's address. */
function reasonOf(error: unknown): string {
  const { message = '' } = error as { message?: string };
  return /\bE[A-Z]{4,}\b/.exec(message)?.[0] ?? (message === '' ? 'it closed the connection' : message);
}
