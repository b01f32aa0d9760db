// The smallest gateway on node:http and undici that takes OpenAI chat and asks Gemini.
// `node bare-translation-proxy.mjs <port> <upstream origin>`
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { toCompletion, toFrame, toGemini } from './bare-rewriting.mjs';

const [port, origin] = process.argv.slice(2);
const pool = new Pool(origin, { connections: null, pipelining: 1 });
const eventEnd = '\r\n\r\n';

/** Answers the client when upstream has said everything. */
class WholeReply {
  #chunks = [];

  constructor(reply) {
    this.reply = reply;
    reply.on('close', () => reply.writableFinished || this.controller?.abort(new Error('client left')));
  }

  onRequestStart(controller) {
    this.controller = controller;
  }

  onResponseStart() {}

  onResponseData(_controller, chunk) {
    this.#chunks.push(chunk);
  }

  onResponseEnd() {
    const body = Buffer.from(toCompletion(Buffer.concat(this.#chunks).toString()));
    this.reply.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    this.reply.end(body);
  }

  onResponseError() {
    if (!this.reply.headersSent) this.reply.writeHead(502);
    this.reply.end();
  }
}

/** Answers event by event; those that came in one read go out in one write. */
class StreamedReply extends WholeReply {
  #decoder = new TextDecoder();
  #tail = '';

  constructor(reply) {
    super(reply);
    reply.on('drain', () => this.controller?.resume());
  }

  onResponseStart() {
    this.reply.writeHead(200, { 'content-type': 'text/event-stream' });
  }

  onResponseData(controller, chunk) {
    const events = (this.#tail + this.#decoder.decode(chunk, { stream: true })).split(eventEnd);
    this.#tail = events.pop();
    const frames = events.map((event) => toFrame(event.slice('data: '.length))).join('');
    if (frames !== '' && !this.reply.write(frames)) controller.pause();
  }

  onResponseEnd() {
    this.reply.end('data: [DONE]\n\n');
  }
}

createServer((request, reply) => {
  if (request.method !== 'POST') return reply.end();
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { path, body, isStream } = toGemini(Buffer.concat(chunks).toString());
    const headers = { 'content-type': 'application/json', 'x-goog-api-key': 'key' };
    const handler = isStream ? new StreamedReply(reply) : new WholeReply(reply);
    pool.dispatch({ method: 'POST', path, headers, body }, handler);
  });
}).listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'));
