import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Agent } from 'undici';
import { AddressGuard } from '../../core/fetch/address-guard';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { MediaFetcher } from './media-fetcher';
import type { LookUp } from './safe-target';

const closing = closedAfterEach();
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB', 'base64');
const NEVER = new AbortController().signal;

type Handler = (response: ServerResponse, request: IncomingMessage) => void;

const sending =
  (body: Buffer, headers: Record<string, string>, status = 200): Handler =>
  (response) =>
    void response.writeHead(status, headers).end(body);

/** A server that takes the place of the internet: every name leads to it, unless the names say otherwise. */
async function aWeb(handler: Handler, names: Record<string, string[]> = {}) {
  const hosts: (string | undefined)[] = [];
  const server = await closing(
    anHttpServer((request, response) => {
      hosts.push(request.headers.host);
      handler(response, request);
    }),
  );
  const lookUp: LookUp = async (hostname) => names[hostname] ?? ['127.0.0.1'];
  const egress = { for: () => ({ dispatcher: new Agent(), egressId: undefined }) };
  const fetcher = new MediaFetcher(egress, () => new AddressGuard(['127.0.0.1']), lookUp);
  const fetch = (host = 'pictures.example', path = '/a.png', signal = NEVER) =>
    fetcher.fetch(`http://${host}:${server.port}${path}`, signal);
  return { fetch, fetcher, hosts, port: server.port };
}

it('fetches, and asks for the name that the client wrote', async () => {
  const { fetch, hosts, port } = await aWeb(sending(PNG, { 'content-type': 'image/png' }));
  expect(await fetch()).toEqual({ mimeType: 'image/png', base64: PNG.toString('base64') });
  expect(hosts).toEqual([`pictures.example:${port}`]);
});

it.each([
  ['what the bytes look like, before what is declared', PNG, 'image/jpeg', 'image/png'],
  ['what the bytes look like, where nothing is declared', PNG, 'application/octet-stream', 'image/png'],
  ['what is declared, without parameters', Buffer.from('text'), 'text/plain; charset=utf-8', 'text/plain'],
  ['the name that upstream knows', Buffer.from('x'), 'image/jpg', 'image/jpeg'],
])('tells the type by %s', async (_, body, declared, mimeType) => {
  const { fetch } = await aWeb(sending(body, { 'content-type': declared }));
  expect(await fetch()).toMatchObject({ mimeType });
});

it('follows where it is led', async () => {
  const { fetch, hosts } = await aWeb((response, request) => {
    if (request.url === '/b.png') return sending(PNG, { 'content-type': 'image/png' })(response, request);
    response.writeHead(302, { location: '/b.png' }).end();
  });
  expect(await fetch()).toMatchObject({ mimeType: 'image/png' });
  expect(hosts).toHaveLength(2);
});

describe('goes nowhere but to the public internet', () => {
  it.each([
    ['a private address', 'http://10.0.0.1/'],
    ['loopback by another number', 'http://0x7f000002/'],
    ['the credentials of a cloud', 'http://169.254.169.254/latest/meta-data'],
    ['a private address as IPv6', 'http://[::ffff:10.0.0.1]/'],
    ['a name that leads inside', 'http://inside.example/'],
    ['a name that leads inside and outside', 'http://both.example/'],
    ['a file', 'file:///etc/passwd'],
    ['another protocol', 'ftp://pictures.example/a.png'],
    ['an address with a password', 'http://me:secret@pictures.example/'],
  ])('refuses %s', async (_, url) => {
    const names = { 'inside.example': ['10.0.0.1'], 'both.example': ['127.0.0.1', '10.0.0.1'] };
    const { fetcher, hosts } = await aWeb(sending(PNG, {}), names);
    await expect(fetcher.fetch(url, NEVER)).rejects.toThrow(/public internet|neither http|password/);
    expect(hosts).toEqual([]);
  });

  it.each(['http://10.0.0.1/', 'http://inside.example/', 'file:///etc/passwd'])(
    'is not led to %s either',
    async (location) => {
      const { fetch, hosts } = await aWeb(sending(Buffer.alloc(0), { location }, 302), {
        'inside.example': ['192.168.0.1'],
      });
      await expect(fetch()).rejects.toThrow(/public internet|neither http/);
      expect(hosts).toHaveLength(1);
    },
  );

  it('looks a name up for each redirect anew', async () => {
    let lookUps = 0;
    const server = await closing(
      anHttpServer((_, response) => void response.writeHead(302, { location: '/again' }).end()),
    );
    const rebinding: LookUp = async () => (++lookUps === 1 ? ['127.0.0.1'] : ['10.0.0.1']);
    const egress = { for: () => ({ dispatcher: new Agent(), egressId: undefined }) };
    const fetcher = new MediaFetcher(egress, () => new AddressGuard(['127.0.0.1']), rebinding);
    await expect(fetcher.fetch(`http://rebinding.example:${server.port}/`, NEVER)).rejects.toThrow(
      'public internet',
    );
    expect(lookUps).toBe(2);
  });
});

it.each<[string, Handler, string]>([
  ['an error', sending(PNG, {}, 404), 'its server answered 404'],
  ['nothing', sending(Buffer.alloc(0), { 'content-type': 'image/png' }), 'it is empty'],
  ['a page', sending(Buffer.from('<html>'), { 'content-type': 'text/html' }), 'its type is text/html'],
  [
    'a type that is none',
    sending(Buffer.from('x'), { 'content-type': 'application/zip' }),
    'its type is application/zip',
  ],
  ['redirects without end', sending(Buffer.alloc(0), { location: '/a.png' }, 302), 'it redirects too often'],
  ['a lost connection', (response) => void response.destroy(), 'the connection failed'],
  [
    'more than upstream takes, as announced',
    (response) => void response.writeHead(200, { 'content-length': 60 * 2 ** 20 }).write('x'),
    'it is larger than 50 MB',
  ],
  [
    'more than upstream takes, unannounced',
    (response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(2 ** 20)));
      };
      response.on('drain', pour).on('error', () => undefined);
      pour();
    },
    'it is larger than 50 MB',
  ],
])('gives up on %s', async (_, handler, reason) => {
  const { fetch } = await aWeb(handler);
  await expect(fetch()).rejects.toThrow(reason);
});

it('gives up when the client leaves', async () => {
  const client = new AbortController();
  const { fetch } = await aWeb((response) => {
    void once(response, 'close');
    client.abort();
  });
  await expect(fetch(undefined, undefined, client.signal)).rejects.toThrow('it took too long');
});

it('says when a name is not known', async () => {
  const { fetch } = await aWeb(sending(PNG, {}), { 'pictures.example': [] });
  await expect(fetch()).rejects.toThrow('its host is not known');
});
