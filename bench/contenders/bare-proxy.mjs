// The smallest reverse proxy on node:http and undici: buffers the body, relays the reply. The limit of the runtime.
// `node bare-proxy.mjs <port> <upstream origin>`
import { createServer } from 'node:http';
import { Pool } from 'undici';

const [port, origin] = process.argv.slice(2);
const pool = new Pool(origin, { connections: null, pipelining: 1 });

class Relay {
  #reply;
  #controller;

  constructor(reply) {
    this.#reply = reply;
    reply.on('close', () => reply.writableFinished || this.#controller?.abort(new Error('client left')));
    reply.on('drain', () => this.#controller?.resume());
  }

  onRequestStart(controller) {
    this.#controller = controller;
  }

  onResponseStart(_controller, status, headers) {
    delete headers['transfer-encoding'];
    delete headers.connection;
    this.#reply.writeHead(status, headers);
  }

  onResponseData(controller, chunk) {
    if (!this.#reply.write(chunk)) controller.pause();
  }

  onResponseEnd() {
    this.#reply.end();
  }

  onResponseError() {
    if (!this.#reply.headersSent) this.#reply.writeHead(502);
    this.#reply.end();
  }
}

createServer((request, reply) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    const headers = { 'content-type': 'application/json', 'x-goog-api-key': 'key' };
    pool.dispatch({ method: request.method, path: request.url, headers, body }, new Relay(reply));
  });
}).listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'));
