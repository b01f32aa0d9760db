import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { streamCall } from '../contenders/generate-call.mjs';
import { nginx } from '../contenders/nginx.mjs';
import { chatEvents, geminiEvents } from '../load/event-dialects.mjs';
import { streams as load } from '../load/streams.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

export const streamCount = 200;
export const eventsEach = 200;
const batchesEachRound = 3;

/** CPU time for relaying many fast streams. */
export const streams = {
  title: `${streamCount} streams of ${eventsEach} events at once`,
  run: (upstream, { rounds }) =>
    withContenders([direct, bare, nginx, gateway], upstream, async (running) => {
      const { head, rows, ratio } = await streamCost(running, rounds);
      return { head, rows, bars: [atMost('CPU, us / bare', ratio, 1.3)] };
    }),
};

/** What the streams cost each contender; `ratio` is ours to that of `bare`. */
export async function streamCost(running, rounds) {
  for (const contender of running) await measure(contender);
  return describe(await inTurns(running, rounds, measure));
}

async function measure(contender) {
  const { origin, headers, process: server } = contender;
  const { path, body } = streamCall(contender, `events-${eventsEach}`);
  const dialect = contender.speaksChat ? chatEvents : geminiEvents;
  const cpuBefore = server.cpuMicros();
  const batches = [];
  for (let batch = 0; batch < batchesEachRound; batch += 1) {
    batches.push(await load({ url: origin + path, headers, body, count: streamCount, dialect }));
  }
  return {
    cpuMs: (server.cpuMicros() - cpuBefore) / 1_000 / batchesEachRound,
    seconds: median(batches.map((batch) => batch.seconds)),
    lost: batches.reduce((sum, batch) => sum + streamCount * eventsEach - batch.events, 0),
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
  const head = ['', 'CPU ms', '× bare', 'total ms', 'events lost'];
  return { head, rows, ratio: of('us', 'cpuMs') / of('bare', 'cpuMs') };
}
