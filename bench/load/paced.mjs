// Open-loop load: requests start at fixed times, whether or not earlier ones were answered.
import { Agent, request as httpRequest } from 'node:http';

/**
 * @param {{ url: string, headers: Record<string, string>, body: Buffer, perSecond: number, seconds: number }} load
 * @returns {Promise<{ totalMs: number[], firstByteMs: number[], failed: number }>} one entry for each answered request
 */
export async function paced({ url, headers, body, perSecond, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const count = Math.round(perSecond * seconds);
  const pending = [];
  const startedAt = performance.now();
  for (let index = 0; index < count; index += 1) {
    await until(startedAt + (index * 1_000) / perSecond);
    pending.push(timedRequest({ url, headers, body, agent }));
  }
  const results = await Promise.all(pending);
  agent.destroy();
  const answered = results.filter((result) => result.ok);
  return {
    totalMs: answered.map((result) => result.totalMs),
    firstByteMs: answered.map((result) => result.firstByteMs),
    failed: results.length - answered.length,
  };
}

/** One POST; never rejects. @returns {Promise<{ ok: boolean, firstByteMs: number, totalMs: number }>} */
export function timedRequest({ url, headers, body, agent }) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let firstByteMs;
    const options = {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
    };
    const request = httpRequest(url, options, (reply) => {
      reply.on('data', () => (firstByteMs ??= performance.now() - startedAt));
      reply.on('end', () =>
        resolve({ ok: reply.statusCode === 200, firstByteMs, totalMs: performance.now() - startedAt }),
      );
      reply.on('error', () => resolve({ ok: false }));
    });
    request.on('error', () => resolve({ ok: false }));
    request.end(body);
  });
}

function until(timeMs) {
  const waitMs = timeMs - performance.now();
  if (waitMs <= 0) return new Promise(setImmediate);
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}
