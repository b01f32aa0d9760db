import { Agent } from 'undici';
import type { RequestListener } from 'node:http';
import { FakeClock } from '../../testing/fake-clock';
import { anHttpServer } from '../../testing/local-server';
import { hostAxios } from '../host-axios';
import { UploadClient } from '../upload-client';
import type { UploadHost } from '../upload-host';
import type { HostTools } from '../upload-host-kind';
import type { HostSubject, StagedHost } from './describe-upload-host';

type AnyKind = { make(tools: HostTools<never>): UploadHost };

/** A host on the web, as the contract needs to know it. */
export interface WebHost {
  readonly kind: AnyKind;
  /** The settings for a stand-in at this origin. */
  readonly settings: (origin: string) => Readonly<Record<string, unknown>>;
  /** What it answers to an upload that succeeds: JSON, or nothing that is looked at. */
  readonly success: ((origin: string) => unknown) | undefined;
  readonly address: RegExp;
  /** Settings it cannot do without, and what each holds when it is missing. */
  readonly needed: Readonly<Record<string, unknown>>;
  readonly secrets: readonly string[];
  /** Checks a request as the host would: the status of its refusal, if it refuses. */
  readonly refuses: (request: { url: string; method: string; headers: Record<string, unknown> }) => boolean;
}

const TIME_LIMIT_MS = 300;
const HUGE = 'x'.repeat(64 * 1024);

const answering =
  (status: number, type: string, body: string, headers: Record<string, string> = {}): RequestListener =>
  (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status, { 'content-type': type, ...headers }).end(body));
  };

const STATUSES = [400, 401, 403, 404, 413, 429, 500, 502, 503];

/** What servers do wrong, whatever they are. */
const WRONG: Readonly<Record<string, RequestListener>> = {
  ...Object.fromEntries(
    STATUSES.map((status) => [
      `answers ${status}`,
      answering(status, 'application/json', '{"message":"no"}'),
    ]),
  ),
  'answers with the page of a proxy': answering(502, 'text/html', '<html>Bad gateway</html>'),
  redirects: answering(302, 'text/html', '', { location: 'http://127.0.0.1:1/elsewhere' }),
  'closes the connection': (request) => void request.socket.destroy(),
  'breaks off in its answer': (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"success":', () => response.destroy());
  },
  'never answers': () => undefined,
  'never ends its answer': (_, response) => void response.writeHead(200).write(HUGE.repeat(8)),
};

/** What servers answer that take no picture and say so by nothing but the body. */
const WRONG_ANSWERS: Readonly<Record<string, string>> = {
  'answers with a page': '<!DOCTYPE html><title>Welcome</title>',
  'answers with nothing': '',
  'answers with null': 'null',
  'answers with an empty object': '{}',
  'answers with an empty list': '[]',
  'answers with a list of null': '[null]',
  'answers that it failed': '{"success":false,"status_code":400,"error":{"message":"no"}}',
  'answers with half an object': '{"success":true,"data":',
  'answers with success and no address':
    '{"success":true,"status_code":200,"data":{},"image":{},"result":[]}',
  'answers with an address that runs':
    '{"success":true,"status_code":200,"data":{"url":"javascript:alert(1)"},"image":{"url":"data:text/html,x"}}',
  'answers with numbers for texts':
    '{"success":true,"status_code":200,"data":{"url":1},"image":{"url":2},"result":[3]}',
};

/** The subject of the contract for a host on the web, behind a stand-in over a socket. */
export function webHost(web: WebHost): HostSubject {
  const good: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url = '', method = '', headers } = request;
      const isUnread = method === 'POST' && !isForm(headers['content-type'], Buffer.concat(chunks));
      const isRefused = isUnread || web.refuses({ url, method, headers });
      response.writeHead(isRefused ? 401 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(web.success?.(`http://${request.headers.host}`)));
    });
  };
  const stage =
    (listener: RequestListener, change: object = {}) =>
    () =>
      staged(web, listener, change);
  const wrongAnswers = web.success === undefined ? {} : WRONG_ANSWERS;
  return {
    stage: stage(good),
    address: web.address,
    secrets: web.secrets,
    unset: Object.fromEntries(
      Object.entries(web.needed).map(([name, missing]) => [name, stage(good, { [name]: missing })]),
    ),
    broken: {
      ...Object.fromEntries(Object.entries(WRONG).map(([way, listener]) => [way, stage(listener)])),
      ...Object.fromEntries(
        Object.entries(wrongAnswers).map(([way, body]) => [
          way,
          stage(answering(200, 'application/json', body)),
        ]),
      ),
    },
  };
}

/** Whether a server could read the body as the form that its type says it is. */
function isForm(type: string | undefined, body: Buffer): boolean {
  const boundary = /^multipart\/form-data; ?boundary=(.+)$/.exec(type ?? '')?.[1];
  return boundary !== undefined && body.includes(`--${boundary}\r\n`);
}

async function staged(web: WebHost, listener: RequestListener, change: object): Promise<StagedHost> {
  const chunks: Buffer[] = [];
  const server = await anHttpServer((request, response) => {
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    listener(request, response);
  });
  const egress = { for: () => ({ dispatcher: new Agent(), egressId: undefined }) };
  const client = new UploadClient(hostAxios(egress, TIME_LIMIT_MS));
  const settings = () => ({ ...web.settings(server.origin), ...change }) as never;
  return {
    host: web.kind.make({ settings, client, clock: new FakeClock(), dataDir: '' }),
    received: () => Buffer.concat(chunks),
    close: () => server.close(),
  };
}
