// An upstream that answers fixed bytes: `node fixed-upstream.mjs 18601`. On node:net, because it has to be faster than
// whatever stands in front of it. A model's name says how to stream: `events-200` at once, `events-60-every-1000` ms.
import { createServer } from 'node:net';
import { answer, eventsAtOnce, models, other, streamEnd, streamHead, timedEvent } from './fixed-replies.mjs';
import { RequestReader } from './request-reader.mjs';

const rendered = new Map();

createServer({ noDelay: true }, (socket) => {
  const reader = new RequestReader((line) => reply(socket, line));
  socket.on('data', (chunk) => reader.push(chunk));
  socket.on('error', () => socket.destroy());
}).listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'));

function reply(socket, line) {
  const stream = /events-(\d+)(?:-every-(\d+))?/.exec(line);
  if (stream) return writeStream(socket, Number(stream[1]), Number(stream[2] ?? 0));
  if (line.includes('enerateContent')) return socket.write(answer);
  socket.write(line.startsWith('GET') ? models : other);
}

function writeStream(socket, count, everyMs) {
  if (everyMs === 0) return socket.write(allAtOnce(count));
  socket.write(streamHead + timedEvent(count === 1));
  let written = 1;
  const timer = setInterval(() => {
    if (socket.destroyed) return clearInterval(timer);
    written += 1;
    const isLast = written >= count;
    socket.write(timedEvent(isLast) + (isLast ? streamEnd : ''));
    if (isLast) clearInterval(timer);
  }, everyMs);
}

function allAtOnce(count) {
  if (!rendered.has(count)) rendered.set(count, Buffer.from(streamHead + eventsAtOnce(count) + streamEnd));
  return rendered.get(count);
}
