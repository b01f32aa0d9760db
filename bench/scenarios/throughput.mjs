// Closed-loop throughput on one core: what is measured of each contender, and its row in the table.
import { closedLoop } from '../load/closed-loop.mjs';
import { atLeast } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns } from '../rig.mjs';

const connections = 64;

/**
 * @param {object[]} running contenders
 * @param {(contender: object) => { path: string, body: Buffer }} callOf what is asked of each
 * @returns {Promise<(name: string, field: string) => number>} the median of a figure; `of.names` are the contenders
 */
export async function throughput(running, callOf, { rounds, seconds }) {
  const load = (contender) => {
    const { path, body } = callOf(contender);
    const { origin, headers } = contender;
    return closedLoop({ url: origin + path, headers, body, connections, seconds });
  };
  for (const contender of running) await load(contender);
  const results = await inTurns(running, rounds, (contender) => measure(contender, load));
  const of = (name, field) => median((results.get(name) ?? []).map((round) => round[field]));
  return Object.assign(of, { names: [...results.keys()] });
}

async function measure(contender, load) {
  const cpuBefore = contender.process.cpuMicros();
  const result = await load(contender);
  const cpuMicros = contender.process.cpuMicros() - cpuBefore;
  return {
    perSecond: result.requests / result.seconds,
    cpuMicrosPerRequest: cpuMicros / result.requests,
    busy: cpuMicros / (result.seconds * 1_000_000),
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    failed: result.failed,
    megabytes: contender.process.residentBytes() / 1_048_576,
  };
}

/** The table of all contenders, and the bars without which a run does not count. */
export function throughputTable(of) {
  const head = ['', 'requests/s', '× bare', 'CPU µs/request', 'core', 'p50 ms', 'p99 ms', 'MB', 'failed'];
  const rows = of.names.map((name) => [
    name,
    whole(of(name, 'perSecond')),
    fixed(of(name, 'perSecond') / of('bare', 'perSecond'), 2),
    whole(of(name, 'cpuMicrosPerRequest')),
    `${whole(of(name, 'busy') * 100)} %`,
    fixed(of(name, 'p50Ms'), 1),
    fixed(of(name, 'p99Ms'), 1),
    whole(of(name, 'megabytes')),
    whole(of(name, 'failed')),
  ]);
  const bars = [
    atLeast(
      'direct / bare (else the run does not count)',
      of('direct', 'perSecond') / of('bare', 'perSecond'),
      1.5,
    ),
    atLeast("our core's use (else the run does not count)", of('us', 'busy'), 0.9),
  ];
  return { head, rows, bars };
}
