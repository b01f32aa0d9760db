import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as passed } from 'node:timers/promises';
import { anHttpServer, type LocalServer } from '../../src/core/testing/local-server';
import { aRawClient } from '../support/clients/raw-client';
import { discard, type GatewayProcess, startGateway } from '../support/processes/gateway-process';
import { HELLO } from '../support/rigs/gateway-rig';

const MB = 1024 * 1024;
const EVENTS = 1_600;
const EVENT = `data: ${JSON.stringify({ candidates: [{ content: { parts: [{ text: 'x'.repeat(64 * 1024) }] } }] })}\r\n\r\n`;
const LAST = `data: ${JSON.stringify({ candidates: [{ finishReason: 'STOP' }] })}\r\n\r\n`;

let flood: LocalServer;
let sentBytes = 0;
let gateway: GatewayProcess;

beforeAll(async () => {
  flood = await anHttpServer((request, response) => {
    request.resume();
    void (async () => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (let n = 0; n < EVENTS; n++) {
        sentBytes += EVENT.length;
        if (!response.write(EVENT)) await once(response, 'drain');
      }
      response.end(LAST);
    })();
  });
  gateway = await startGateway({
    BASE_URL: flood.origin,
    API_KEYS: 'AIzaSyTest-key-number-one-0000000000001',
  });
});
afterAll(async () => {
  await discard(gateway);
  await flood.close();
});

function residentBytes(): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'))!;
  return Number(kilobytes) * 1024;
}

/** Resolves when upstream has not been able to send for a while. */
async function untilUpstreamWaits(): Promise<void> {
  for (let before = -1; before !== sentBytes || sentBytes === 0;) {
    before = sentBytes;
    await passed(250);
  }
}

it('slows upstream down, costs no memory, and loses nothing', async () => {
  const body = JSON.stringify(HELLO);
  const residentBefore = residentBytes();
  const { socket } = await aRawClient(
    gateway.port,
    'POST /v1beta/models/gemini-x:streamGenerateContent?alt=sse',
    { 'content-length': String(body.length) },
    body,
  );
  socket.pause();
  await untilUpstreamWaits();
  expect(sentBytes).toBeLessThan(32 * MB);
  expect(residentBytes() - residentBefore).toBeLessThan(64 * MB);

  let received = 0;
  let tail = '';
  socket.removeAllListeners('data');
  socket.on('data', (chunk) => {
    received += chunk.length;
    tail = (tail + chunk.toString('latin1')).slice(-200);
  });
  socket.resume();
  await once(socket, 'end');
  expect(received).toBeGreaterThan(EVENTS * EVENT.length);
  expect(tail).toContain('"finishReason":"STOP"');
  expect(residentBytes() - residentBefore).toBeLessThan(128 * MB);
});
