import { Agent } from 'node:http';
import { bare } from '../contenders/bare.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { generatePath, smallBody } from '../contenders/native-request.mjs';
import { paced, timedRequest } from '../load/paced.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median, percentile } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

const perSecond = 100;
const pauseMs = 400;
const largeBody = Buffer.from(
  JSON.stringify({
    contents: [
      {
        parts: [
          { inlineData: { mimeType: 'image/png', data: 'iVBORw0K'.repeat(2_500_000) } },
          { text: 'Look.' },
        ],
      },
    ],
  }),
);

/** Bodies of 20 MB, one at a time, beside small requests. */
export const largeBodies = {
  title: `A 20 MB body beside ${perSecond} small requests/s`,
  run: (upstream, { rounds, seconds }) =>
    withContenders([bare, gateway], upstream, async (running) => {
      for (const contender of running) await measure(contender, seconds);
      return describe(await inTurns(running, rounds, (contender) => measure(contender, seconds)));
    }),
};

async function measure({ origin, headers }, seconds) {
  const url = origin + generatePath;
  const small = () => paced({ url, headers, body: smallBody, perSecond, seconds });
  const alone = await small();
  const agent = new Agent({ keepAlive: true });
  const large = [];
  let isOver = false;
  const beside = await Promise.all([
    small().finally(() => (isOver = true)),
    (async () => {
      while (!isOver) {
        large.push(await timedRequest({ url, headers, body: largeBody, agent }));
        // Without a pause the load itself is the bottleneck: it shares its core with the upstream.
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      }
    })(),
  ]);
  agent.destroy();
  return {
    aloneP99Ms: percentile(alone.totalMs, 99),
    besideP99Ms: percentile(beside[0].totalMs, 99),
    largeMs: median(large.map(({ totalMs }) => totalMs)),
    failed: alone.failed + beside[0].failed + large.filter(({ ok }) => !ok).length,
  };
}

function describe(results) {
  const of = (name, field) => median((results.get(name) ?? []).map((round) => round[field]));
  const growth = (name) => of(name, 'besideP99Ms') - of(name, 'aloneP99Ms');
  const rows = [...results].map(([name, rounds]) => [
    name,
    fixed(of(name, 'aloneP99Ms'), 1),
    fixed(of(name, 'besideP99Ms'), 1),
    whole(of(name, 'largeMs')),
    whole(rounds.reduce((sum, round) => sum + round.failed, 0)),
  ]);
  const bars = [atMost("growth of the small ones' p99", growth('us'), 50, ' ms')];
  return { head: ['', 'small p99 ms alone', 'beside 20 MB', '20 MB ms', 'failed'], rows, bars };
}
