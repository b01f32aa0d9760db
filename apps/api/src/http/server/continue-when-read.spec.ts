import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { closedAfterEach } from '../../core/testing/closed-after-each';
import { anHttpServer } from '../../core/testing/local-server';
import { continueWhenRead } from './continue-when-read';

const opened = closedAfterEach();

/** Everything that a client is sent which waits with its body until it is asked for it. */
async function toldTo(answer: RequestListener): Promise<string> {
  const { server, port } = await opened(anHttpServer(() => undefined));
  server.on('checkContinue', (request, response) => {
    continueWhenRead(request, response);
    answer(request, response);
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\nexpect: 100-continue\r\n\r\n');
  let text = '';
  for await (const chunk of socket.setEncoding('latin1')) {
    text += chunk as string;
    if (text === 'HTTP/1.1 100 Continue\r\n\r\n') socket.write('body');
    if (text.endsWith('answer')) socket.end();
  }
  return text;
}

it.each<[string, RequestListener]>([
  ['piece by piece', (request, response) => void request.on('data', () => response.end('answer'))],
  [
    'as a whole',
    async (request, response) => {
      for await (const chunk of request) expect(String(chunk)).toBe('body');
      response.end('answer');
    },
  ],
])('asks for a body that is read %s, and keeps the connection', async (_, answer) => {
  expect(await toldTo(answer)).toMatch(
    /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n[^]*connection: keep-alive/i,
  );
});

it('does not ask for a body that nobody wants, and closes the connection', async () => {
  const told = await toldTo((_, response) => void response.writeHead(413).end('answer'));
  expect(told).toMatch(/^HTTP\/1\.1 413 [^]*connection: close\r\n/i);
});

it('asks for no body after the answer', async () => {
  const told = await toldTo((request, response) => {
    response.writeHead(401, { 'content-length': '6' }).end('answer');
    request.resume();
  });
  expect(told).not.toContain('100 Continue');
});
