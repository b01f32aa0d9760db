import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import { EgressError } from './egress-error';
import type { EgressProxy } from './egress-proxy';
import type { TunnelTarget } from './tunnel-target';

/**
 * Opens a way to the target with CONNECT through an HTTP or HTTPS proxy.
 * Rejects with an EgressError, also when it takes longer than `timeoutMs`.
 */
export function openHttpTunnel(proxy: EgressProxy, target: TunnelTarget, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const authority = `${isIPv6(target.host) ? `[${target.host}]` : target.host}:${target.port}`;
    const send = proxy.scheme === 'https' ? httpsRequest : httpRequest;
    const connect = send({
      method: 'CONNECT',
      host: proxy.host,
      port: proxy.port,
      path: authority,
      headers: { host: authority, ...loginHeader(proxy) },
      agent: false,
    });
    const timer = setTimeout(() => connect.destroy(new EgressError('it did not answer in time')), timeoutMs);
    connect.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(
        error instanceof EgressError ? error : new EgressError(error.code ?? 'it closed the connection'),
      );
    });
    connect.once('connect', (response, socket, head) => {
      clearTimeout(timer);
      if (response.statusCode !== 200) {
        socket.destroy();
        reject(new EgressError(`it answered ${response.statusCode ?? 'nothing'}`));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    connect.end();
  });
}

function loginHeader({ username, password }: EgressProxy): Record<string, string> {
  if (username === undefined && password === undefined) return {};
  const login = Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64');
  return { 'proxy-authorization': `Basic ${login}` };
}
