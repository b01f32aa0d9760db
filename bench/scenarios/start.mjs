import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateway, startServer } from '../contenders/gateway.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';

const keys = 1_000;
const port = 18_610;
const idleMs = 3_000;

/** From starting the built server to its first healthy answer, and what it holds when idle. */
export const start = {
  title: `Start with ${whole(keys)} keys`,
  async run(upstream, { rounds }) {
    const head = ['', 'ready after ms', 'idle MB'];
    if (!gateway.isAvailable()) return { head, rows: [], bars: [] };
    const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
    const first = await measure(upstream, folder);
    const again = [];
    for (let round = 0; round < rounds; round += 1) again.push(await measure(upstream, folder));
    rmSync(folder, { recursive: true, force: true });
    const readyMs = median(again.map((round) => round.readyMs));
    const megabytes = median(again.map((round) => round.megabytes));
    return {
      head,
      rows: [
        ['first start, keys imported', whole(first.readyMs), fixed(first.megabytes, 0)],
        ['later starts', whole(readyMs), fixed(megabytes, 0)],
      ],
      bars: [atMost('start to ready', readyMs, 2_000, ' ms'), atMost('idle memory', megabytes, 150, ' MB')],
    };
  },
};

async function measure(upstream, folder) {
  const startedAt = performance.now();
  const server = startServer({ upstream, port, keys, folder });
  await server.ready(`http://127.0.0.1:${port}/health`);
  const readyMs = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const megabytes = server.residentBytes() / 1_048_576;
  await server.stop();
  return { readyMs, megabytes };
}
