import { connect } from 'node:net';
import { aTcpServer, type LocalServer } from '../../../src/core/testing/local-server';

/** A way to a proxy that sees what passes. */
export interface WatchedProxy extends LocalServer {
  /** The Gemini keys of all requests that went through, in order. */
  keysSeen(): string[];
}

/** Listens in front of the proxy. Upstream has to speak plain HTTP, so that the tunnels can be read. */
export async function aWatchedProxy(proxyPort: number): Promise<WatchedProxy> {
  const passed: string[] = [];
  const server = await aTcpServer((client) => {
    const proxy = connect(proxyPort, '127.0.0.1');
    client.on('data', (bytes) => passed.push(bytes.toString('latin1')));
    client.pipe(proxy).pipe(client);
    client.on('close', () => proxy.destroy());
    proxy.on('error', () => client.destroy()).on('close', () => client.destroy());
  });
  return {
    ...server,
    keysSeen: () => [...passed.join('').matchAll(/^x-goog-api-key: (\S+)/gim)].map(([, key]) => key!),
  };
}
