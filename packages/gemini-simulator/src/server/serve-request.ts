import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultOf } from '../faults/fault';
import { shownKey } from '../keys/credential';
import { RecordedRequest } from '../recording/recorded-request';
import { playPlan } from '../wire/play-plan';
import { replyPlan } from './reply-plan';
import { routeOf } from './route';
import type { SimulatorContext } from './simulator-context';

/** One request from its headers to the end of its reply. Rejects only for a bug of the simulator. */
export async function serveRequest(
  message: IncomingMessage,
  response: ServerResponse,
  context: SimulatorContext,
): Promise<void> {
  const { path, query } = splitTarget(message.url ?? '/');
  const route = routeOf(message.method ?? 'GET', path);
  const key = shownKey(message.headers, query);
  const facts = {
    method: message.method ?? 'GET',
    path,
    key,
    project: key === undefined ? undefined : context.keys.find(key)?.project,
    model: 'model' in route ? route.model : undefined,
    action: 'action' in route ? route.action : undefined,
  };
  const recorded = new RecordedRequest(
    context.recorder.received + 1,
    facts,
    query,
    message.headers,
    context.clock.nowMs(),
  );
  const faults = context.rules.take(facts);
  recorded.faults = faults.map((fault) => fault.kind);
  const left = watchEnd(message, response, recorded);
  context.recorder.add(recorded);

  const reset = faultOf(faults, 'reset')?.at;
  if (reset === 'connect') return breakOff(response, recorded);
  const keepCut = (part: Buffer): void =>
    route.kind === 'upload' ? context.uploads.keep(query, part) : undefined;
  const body = await readAll(message, keepCut);
  if (!body) return;
  recorded.body = body;
  recorded.isRead = true;
  context.recorder.notify(recorded);
  const latency = faultOf(faults, 'latency');
  if (latency) await context.clock.sleep(latency.ms, left);
  if (left.aborted) return;
  if (reset === 'headers') return breakOff(response, recorded);

  const plan = replyPlan(
    { method: facts.method, route, query, headers: message.headers, body, faults },
    context,
  );
  recorded.status = plan.status;
  await playPlan(plan, response, context.clock, left, () => recorded.end('broken'));
}

function breakOff(response: ServerResponse, recorded: RecordedRequest): void {
  recorded.end('broken');
  response.socket?.resetAndDestroy();
}

// The first end that is told counts, so a fault tells its own before it breaks the socket.
function watchEnd(
  message: IncomingMessage,
  response: ServerResponse,
  recorded: RecordedRequest,
): AbortSignal {
  const left = new AbortController();
  message.on('error', () => {});
  response.on('error', () => {});
  response.on('close', () => {
    recorded.end(response.writableFinished ? 'answered' : 'left');
    left.abort();
  });
  return left.signal;
}

function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const at = target.indexOf('?');
  return at < 0
    ? { path: target, query: new URLSearchParams() }
    : { path: target.slice(0, at), query: new URLSearchParams(target.slice(at + 1)) };
}

/** The whole body; undefined where the client left before its end, and `onCut` is told what had come. */
function readAll(message: IncomingMessage, onCut: (part: Buffer) => void): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    message.on('data', (part: Buffer) => parts.push(part));
    message.on('end', () => resolve(Buffer.concat(parts)));
    message.on('close', () => {
      if (!message.complete) onCut(Buffer.concat(parts));
      resolve(undefined);
    });
  });
}
