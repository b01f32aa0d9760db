import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../../core/clock';
import type { GatewayError } from '../../core/gateway-error';
import {
  cutReason,
  INTERNAL_ERROR,
  INVALID_DATA,
  POLICY_VIOLATION,
  SERVICE_RESTART,
  TRY_AGAIN_LATER,
} from '../../core/live/live-close';
import { watchPulse } from '../../core/live/watch-pulse';
import type { Upgrade } from '../../http/upgrade/upgrade-route';

const LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
/** For the client to say what it wants. */
const SETUP_TIMEOUT_MS = 30_000;
/** Before the connections are cut. */
const LAST_WORD_MS = 1_000;

/** The first message of a client; undefined where none came. */
export type FirstMessage = { readonly message: RawData; readonly isBinary: boolean } | undefined;

/** The client's side of a session: how it begins, how it ends when the gateway stops, and how faults are told. */
export class LiveDoor {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES });

  constructor(
    private readonly clock: Clock,
    private readonly drainSeconds: () => number,
  ) {}

  /** Accepts the connection, and calls `begin` with the first message; the client is paused then. */
  open(upgrade: Upgrade, begin: (client: WebSocket, first: FirstMessage) => void): void {
    const { request, socket, head, onDrain } = upgrade;
    this.#server.handleUpgrade(request, socket, head, (client) => {
      // What breaks is told by `close`.
      client.on('error', () => undefined);
      watchPulse(client);
      onDrain(() => void this.#sayGoodbye(client));
      const end = (first: FirstMessage): void => {
        clearTimeout(impatience);
        client.off('message', take).off('close', leave);
        begin(client, first);
      };
      const take = (message: RawData, isBinary: boolean): void => {
        client.pause();
        end({ message, isBinary });
      };
      const leave = (): void => end(undefined);
      const impatience = setTimeout(() => {
        client.close(POLICY_VIOLATION, 'No setup came.');
      }, SETUP_TIMEOUT_MS);
      client.on('message', take).on('close', leave);
    });
  }

  /** As upstream does: the client learns how long it has, and is told to come again in the end. */
  async #sayGoodbye(client: WebSocket): Promise<void> {
    const timeLeftMs = Math.max(0, this.drainSeconds() * 1000 - LAST_WORD_MS);
    if (client.readyState === client.OPEN)
      client.send(JSON.stringify({ goAway: { timeLeft: `${Math.floor(timeLeftMs / 1000)}s` } }));
    await this.clock.sleep(timeLeftMs);
    client.close(SERVICE_RESTART, 'The gateway restarts.');
  }
}

/** Ends a session that never began, in the manner of a WebSocket. */
export function closeWith(client: WebSocket, fault: GatewayError): void {
  client.resume();
  client.close(codeOf(fault.status), cutReason(fault.message));
}

function codeOf(status: number): number {
  if (status === 429 || status === 503) return TRY_AGAIN_LATER;
  if (status === 400) return INVALID_DATA;
  return status < 500 ? POLICY_VIOLATION : INTERNAL_ERROR;
}
