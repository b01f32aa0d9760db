import { Agent, request } from 'undici';
import type { Clock } from '../../clock';
import { connectorThrough } from './egress-connector';
import type { EgressProxy } from './egress-proxy';
import { describeNetworkError } from './network-failure';

/** Whether upstream can be reached through a proxy, and how long its answer took; or why not. Holds no credentials. */
export type EgressCheck =
  | { readonly isAvailable: true; readonly latencyMs: number }
  | { readonly isAvailable: false; readonly error: string };

/**
 * Goes through a proxy to upstream and back, by a connection of its own. Whatever upstream answers shows that the way is
 * open. Never rejects.
 * @param origin scheme and host
 * @param timeoutMs for each step: the tunnel, the handshake, the answer
 */
export async function checkEgress(
  proxy: EgressProxy,
  origin: string,
  timeoutMs: number,
  clock: Pick<Clock, 'nowMs'>,
): Promise<EgressCheck> {
  const agent = new Agent({ connect: connectorThrough(proxy, timeoutMs) });
  const startedAtMs = clock.nowMs();
  try {
    const { body } = await request(origin, { method: 'HEAD', dispatcher: agent, headersTimeout: timeoutMs });
    await body.dump();
    return { isAvailable: true, latencyMs: clock.nowMs() - startedAtMs };
  } catch (error) {
    return { isAvailable: false, error: describeNetworkError(error).message };
  } finally {
    await agent.destroy();
  }
}
