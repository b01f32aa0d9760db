import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { errorObject } from '../faults/check-fault';
import { faultOf } from '../faults/fault';
import { authenticate, shownKey } from '../keys/credential';
import { refusedByBalance } from '../keys/key-health';
import type { SimulatedKey } from '../keys/simulated-key';
import { RecordedRequest } from '../recording/recorded-request';
import type { SimulatorContext } from '../server/simulator-context';
import type { ApiReply } from '../wire/api-reply';
import { liveReply } from './live-reply';

const SERVICE =
  /^\/+ws\/google\.(ai\.generativelanguage\.v\w+\.GenerativeService\.|cloud\.aiplatform\.v\w+\.LlmBidiService\/)Bidi\w+$/;
const ACTION = 'bidiGenerateContent';
const INVALID = 1007;
const NOT_FOUND = 1008;
const FAILED = 1011;

/** Serves the Live API. As upstream does, it accepts every connection and says by the close what is wrong. */
export function serveLive(server: Server, context: SimulatorContext): void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://simulator');
    if (!SERVICE.test(url.pathname)) return socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (session) => open(session, request, url, context));
  });
}

function open(session: WebSocket, { headers }: IncomingMessage, url: URL, context: SimulatorContext): void {
  const key = shownKey(headers, url.searchParams);
  const facts = { method: 'GET', path: url.pathname, key, action: ACTION };
  const recorded = new RecordedRequest(
    context.recorder.received + 1,
    facts,
    url.searchParams,
    headers,
    context.clock.nowMs(),
  );
  recorded.status = 101;
  context.recorder.add(recorded);
  session.on('close', () => recorded.end('answered'));
  session.on('error', () => undefined);
  const admitted = admit(headers, url.searchParams, context);
  if ('body' in admitted) return session.close(INVALID, messageOf(admitted));
  session.once('message', (data) => {
    recorded.body = data as Buffer;
    recorded.isRead = true;
    context.recorder.notify(recorded);
    const refused = refusedSetup(String(data), admitted, context);
    if (refused) return session.close(refused.code, refused.reason.slice(0, 120));
    say(session, { setupComplete: {} });
    session.on('message', (message) => answer(session, String(message)));
  });
}

function answer(session: WebSocket, message: string): void {
  const reply = liveReply(JSON.parse(message) as object);
  if ('code' in reply) session.close(reply.code, reply.reason);
  else for (const each of reply.messages) say(session, each);
}

// Upstream sends JSON in binary frames.
function say(session: WebSocket, message: object): void {
  session.send(Buffer.from(JSON.stringify(message)), { binary: true });
}

function admit(
  headers: IncomingMessage['headers'],
  query: URLSearchParams,
  context: SimulatorContext,
): SimulatedKey | ApiReply | { readonly project: string } {
  const shown = query.get('access_token') ?? /^Token (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const project = shown === undefined ? undefined : context.resources.projectOf(shown);
  return project === undefined ? authenticate(headers, query, context.keys) : { project };
}

function refusedSetup(
  data: string,
  admitted: SimulatedKey | { readonly project: string },
  context: SimulatorContext,
): { code: number; reason: string } | undefined {
  const { setup } = JSON.parse(data) as { setup?: { model?: string } };
  if (setup?.model === undefined) return { code: INVALID, reason: 'The first message has to be a setup.' };
  const id = setup.model.slice(setup.model.lastIndexOf('/') + 1);
  const model = context.models.find(id);
  if (model?.kind !== 'live')
    return {
      code: NOT_FOUND,
      reason: `models/${id} is not found for API version v1beta, or is not supported for ${ACTION}.`,
    };
  const key = 'key' in admitted ? admitted : undefined;
  const faults = context.rules.take({
    method: 'GET',
    path: '/ws/',
    key: key?.key,
    model: id,
    action: ACTION,
  });
  const error = faultOf(faults, 'error');
  if (error) {
    const { message } = errorObject(error.fixture).error as { message: string };
    return { code: FAILED, reason: message };
  }
  const refusal = key && refusedByBalance(key, id);
  return refusal && { code: FAILED, reason: messageOf(refusal) };
}

function messageOf({ body }: ApiReply): string {
  const { error } = JSON.parse(body.toString()) as { error: { message: string } };
  return error.message.slice(0, 120);
}
