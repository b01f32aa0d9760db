import type { IncomingMessage } from 'node:http';
import type { createConnection, Socket } from 'node:net';
import type { buildConnector } from 'undici';
import { WebSocket } from 'ws';
import type { Outcome } from '../outcome';
import { readReply } from '../upstream/classification/read-reply';
import type { EgressDispatchers } from '../upstream/egress/egress-dispatchers';
import { describeNetworkError } from '../upstream/egress/network-failure';
import type { UpstreamCredential, UpstreamOptions } from '../upstream/upstream-client';

/** A session to be opened upstream. */
export interface LiveCall {
  /** Scheme and host, as of BASE_URL: `https://host/prefix`. */
  readonly origin: string;
  /** Path and query, without a credential. */
  readonly path: string;
  /** What admits the session in place of the key, where a client brought it. */
  readonly accessToken?: string | undefined;
}

/** A session that upstream has accepted, or what it proves that it has not. */
export type LiveOpening =
  | { readonly socket: WebSocket; readonly egressId: string | undefined }
  | { readonly outcome: Outcome; readonly egressId: string | undefined };

const HANDSHAKE_TIMEOUT_MS = 15_000;
const LARGEST_MESSAGE_BYTES = 64 * 1024 * 1024;
const LARGEST_REFUSAL_BYTES = 64 * 1024;

/** Opens sessions upstream, through the egress of the key. */
export class LiveUpstream {
  constructor(
    private readonly egress: EgressDispatchers,
    private readonly options: () => Pick<UpstreamOptions, 'customHeaders'>,
  ) {}

  /** Never rejects: what goes wrong is an outcome. */
  open(call: LiveCall, credential: UpstreamCredential): Promise<LiveOpening> {
    const { connect, egressId } = this.egress.connectorFor(credential.fingerprint);
    const url = new URL(call.origin.replace(/^http/, 'ws') + call.path);
    return new Promise((resolve) => {
      const socket = new WebSocket(url, {
        headers: { ...this.options().customHeaders, ...credentialHeader(call, credential) },
        handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
        maxPayload: LARGEST_MESSAGE_BYTES,
        perMessageDeflate: false,
        createConnection: connectionThrough(connect, url),
      });
      const fail = (outcome: Outcome): void => resolve({ outcome, egressId });
      socket.once('open', () => resolve({ socket, egressId }));
      socket.once('unexpected-response', (_request, response: IncomingMessage) => {
        void collected(response).then((body) => fail(outcomeOfRefusal(response, body)));
      });
      socket.on('error', (error) => fail(outcomeOfError(error)));
    });
  }
}

/** Node takes a function that tells the connection later; the types know only `net.createConnection`. */
function connectionThrough(connect: buildConnector.connector, url: URL): typeof createConnection {
  const { hostname, host, port } = url;
  const protocol = url.protocol.replace('ws', 'http');
  const open = (_: unknown, done: (error: Error | null, socket?: Socket) => void): void =>
    connect({ hostname, host, port, protocol }, (error, socket) => done(error, socket ?? undefined));
  return open as unknown as typeof createConnection;
}

function credentialHeader({ accessToken }: LiveCall, { secret }: UpstreamCredential): Record<string, string> {
  return accessToken === undefined
    ? { 'x-goog-api-key': secret.reveal() }
    : { authorization: `Token ${accessToken}` };
}

function outcomeOfRefusal({ statusCode = 502, headers }: IncomingMessage, body: Buffer): Outcome {
  const status = statusCode >= 300 ? statusCode : 502;
  return readReply(status, headers, body, {
    expects: 'answer',
  }).outcome;
}

function outcomeOfError(error: Error): Outcome {
  const { failure, message } = describeNetworkError(error);
  return { kind: 'network_failed', failure, error: { status: 502, message, details: [] } };
}

async function collected(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > LARGEST_REFUSAL_BYTES) break;
      pieces.push(piece);
    }
  } catch {
    // What came is enough to say why.
  }
  return Buffer.concat(pieces);
}
