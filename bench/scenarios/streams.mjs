import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { smallBody, streamPath } from '../contenders/native-request.mjs';
import { nginx } from '../contenders/nginx.mjs';
import { streams as load } from '../load/streams.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

const count = 200;
const eventsEach = 200;
const batchesEachRound = 3;

/** CPU time for relaying many fast streams. */
export const streams = {
  title: `${count} streams of ${eventsEach} events at once`,
  run: (upstream, { rounds }) =>
    withContenders([direct, bare, nginx, gateway], upstream, async (running) => {
      for (const contender of running) await measure(contender);
      return describe(await inTurns(running, rounds, measure));
    }),
};

async function measure({ origin, headers, process: server }) {
  const url = origin + streamPath(`events-${eventsEach}`);
  const cpuBefore = server.cpuMicros();
  const batches = [];
  for (let batch = 0; batch < batchesEachRound; batch += 1) {
    batches.push(await load({ url, headers, body: smallBody, count }));
  }
  return {
    cpuMs: (server.cpuMicros() - cpuBefore) / 1_000 / batchesEachRound,
    seconds: median(batches.map((batch) => batch.seconds)),
    lost: batches.reduce((sum, batch) => sum + count * eventsEach - batch.events, 0),
  };
}

function describe(results) {
  const of = (name, field) => median((results.get(name) ?? []).map((round) => round[field]));
  const rows = [...results.keys()].map((name) => [
    name,
    whole(of(name, 'cpuMs')),
    fixed(of(name, 'cpuMs') / of('bare', 'cpuMs'), 2),
    whole(of(name, 'seconds') * 1_000),
    whole(results.get(name).reduce((sum, round) => sum + round.lost, 0)),
  ]);
  const bars = [atMost('CPU, us / bare', of('us', 'cpuMs') / of('bare', 'cpuMs'), 1.3)];
  return { head: ['', 'CPU ms', '× bare', 'total ms', 'events lost'], rows, bars };
}
