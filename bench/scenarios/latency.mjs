import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { generatePath, smallBody, streamPath } from '../contenders/native-request.mjs';
import { paced } from '../load/paced.mjs';
import { atMost } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median, percentile } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

const perSecond = 200;

/** What the gateway adds to one request while it is not busy. */
export const latency = {
  title: `Added latency at ${perSecond} requests/s`,
  run: (upstream, effort) => compare(upstream, effort, generatePath, 'totalMs', { p50: 1, p99: 5 }),
};

/** What it adds to the time to the first byte of a stream. */
export const firstToken = {
  title: `Time to first token of a stream at ${perSecond} streams/s`,
  run: (upstream, effort) => compare(upstream, effort, streamPath('events-3'), 'firstByteMs', { p50: 1 }),
};

function compare(upstream, { rounds, seconds }, path, field, limits) {
  return withContenders([direct, bare, gateway], upstream, async (running) => {
    const load = ({ origin, headers }) =>
      paced({ url: origin + path, headers, body: smallBody, perSecond, seconds: seconds + 1 });
    for (const contender of running) await load(contender);
    const results = await inTurns(running, rounds, load);
    const of = (name, percent) =>
      median((results.get(name) ?? []).map((round) => percentile(round[field], percent)));
    const rows = [...results].map(([name, measured]) => [
      name,
      fixed(of(name, 50), 2),
      fixed(of(name, 99), 2),
      whole(measured.reduce((sum, round) => sum + round.failed, 0)),
    ]);
    const bars = Object.entries(limits).map(([name, limit]) => {
      const percent = Number(name.slice(1));
      return atMost(`${name} added by us`, of('us', percent) - of('direct', percent), limit, ' ms');
    });
    return { head: ['', 'p50 ms', 'p99 ms', 'failed'], rows, bars };
  });
}
