import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { smallBody, streamPath } from '../contenders/native-request.mjs';
import { streams } from '../load/streams.mjs';
import { atLeast, atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { percentile } from '../report/statistics.mjs';
import { withContenders } from '../rig.mjs';

const count = 2_000;
const startEveryMs = 1;
const warmUpCount = 200;

/** Many slow streams: what each costs in memory, and whether events come late. */
export const slowStreams = {
  title: `${whole(count)} concurrent streams of one event a second`,
  run: (upstream, { seconds }) =>
    withContenders([direct, bare, gateway], upstream, async (running) => {
      const results = new Map();
      for (const contender of running) results.set(contender.name, await measure(contender, seconds * 3));
      return describe(results);
    }),
};

async function measure({ origin, headers, process: server }, eventsEach) {
  const load = (shape, howMany) =>
    streams({
      url: origin + streamPath(shape),
      headers,
      body: smallBody,
      count: howMany,
      everyMs: startEveryMs,
    });
  await load('events-3-every-100', warmUpCount);
  const before = server.residentBytes();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, server.residentBytes())), 250);
  const result = await load(`events-${eventsEach}-every-1000`, count);
  clearInterval(timer);
  return {
    completed: result.completed,
    kilobytesEach: (most - before) / 1_024 / count,
    lateP50Ms: percentile(result.latenessMs, 50),
    lateP99Ms: percentile(result.latenessMs, 99),
  };
}

function describe(results) {
  const rows = [...results].map(([name, { completed, kilobytesEach, lateP50Ms, lateP99Ms }]) => [
    name,
    whole(completed),
    fixed(kilobytesEach, 1),
    fixed(lateP50Ms, 1),
    fixed(lateP99Ms, 1),
  ]);
  const us = results.get('us');
  const bars = us
    ? [
        atLeast('streams completed', us.completed, count),
        atMost('memory for each stream', us.kilobytesEach, 60, ' kB'),
        atMost('p99 of lateness', us.lateP99Ms, 50, ' ms'),
      ]
    : [];
  return { head: ['', 'completed', 'kB each', 'late p50 ms', 'late p99 ms'], rows, bars };
}
