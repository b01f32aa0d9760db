// What every scenario stands on: the fixed upstream, the contenders in front of it, and turns taken by all of them.
import { fileURLToPath } from 'node:url';
import { ServerProcess, loadCore } from './server-process.mjs';

const upstreamProgram = fileURLToPath(new URL('upstream/fixed-upstream.mjs', import.meta.url));
const firstPort = 18_600;

export async function startUpstream() {
  const origin = `http://127.0.0.1:${firstPort}`;
  const process_ = new ServerProcess([process.execPath, upstreamProgram, String(firstPort)], {
    core: loadCore,
  });
  await process_.ready(`${origin}/v1beta/models`);
  return { origin, process: process_, stop: () => process_.stop() };
}

/** Starts those of the contenders that this machine has, and stops them after `use`. */
export async function withContenders(contenders, upstream, use) {
  const running = [];
  try {
    for (const [index, contender] of contenders.entries()) {
      if (!(await contender.isAvailable())) continue;
      const started = await contender.start({ upstream, port: firstPort + 1 + index });
      running.push({ name: contender.name, ...started });
    }
    return await use(running);
  } finally {
    for (const contender of running) await contender.stop();
  }
}

/**
 * Measures all contenders in turn, several rounds, so that a disturbance of the machine hits each alike.
 * @template T
 * @param {(contender: object) => Promise<T>} measure
 * @returns {Promise<Map<string, T[]>>} by name, one entry for each round
 */
export async function inTurns(running, rounds, measure) {
  const results = new Map(running.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of running) results.get(contender.name).push(await measure(contender));
  }
  return results;
}
