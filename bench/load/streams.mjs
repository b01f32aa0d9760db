// Many event streams at once, every event counted.
import { Agent, request as httpRequest } from 'node:http';
import { geminiEvents } from './event-dialects.mjs';

/**
 * @param {{ url: string, headers: Record<string, string>, body: Buffer, count: number, everyMs?: number,
 *   dialect?: import('./event-dialects.mjs').EventDialect }} load `everyMs` spreads the starts
 * @returns {Promise<{ events: number, completed: number, seconds: number, latenessMs: number[] }>}
 *   `completed` streams reached their finish reason; `latenessMs` is from upstream's write to our read, where events carry a time
 */
export async function streams({ url, headers, body, count, everyMs = 0, dialect = geminiEvents }) {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const tally = { events: 0, completed: 0, latenessMs: [] };
  const startedAt = performance.now();
  const pending = [];
  for (let index = 0; index < count; index += 1) {
    pending.push(readStream({ url, headers, body, agent, tally, dialect }));
    if (everyMs > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  await Promise.all(pending);
  return { ...tally, seconds: (performance.now() - startedAt) / 1_000 };
}

function readStream({ url, headers, body, agent, tally, dialect }) {
  return new Promise((resolve) => {
    const options = {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
    };
    const request = httpRequest(url, options, (reply) => {
      let tail = '';
      reply.setEncoding('latin1');
      reply.on('data', (text) => (tail = countEvents(tail + text, tally, dialect)));
      reply.on('close', resolve);
      reply.on('error', resolve);
    });
    request.on('error', resolve);
    request.end(body);
  });
}

function countEvents(text, tally, { end, isAnswer, isLast }) {
  const blocks = text.split(end);
  const tail = blocks.pop();
  const nowMs = performance.timeOrigin + performance.now();
  for (const block of blocks) {
    if (isLast(block)) tally.completed += 1;
    if (!isAnswer(block)) continue;
    tally.events += 1;
    const sentAt = /"responseId":"(\d+\.\d+)"/.exec(block);
    if (sentAt) tally.latenessMs.push(nowMs - Number(sentAt[1]));
  }
  return tail;
}
