import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { generatePath, smallBody } from '../contenders/native-request.mjs';
import { nginx } from '../contenders/nginx.mjs';
import { portkey } from '../contenders/portkey.mjs';
import { closedLoop } from '../load/closed-loop.mjs';
import { atLeast } from '../report/bars.mjs';
import { fixed, whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

const connections = 64;

/** Throughput of native generateContent on one core. */
export const native = {
  title: 'Native generateContent: 1 kB in, 2 kB out, 64 connections, one core',
  run: (upstream, { rounds, seconds }) =>
    withContenders([direct, bare, nginx, portkey, gateway], upstream, async (running) => {
      for (const contender of running) await load(contender, seconds);
      const results = await inTurns(running, rounds, (contender) => measure(contender, seconds));
      return describe(results);
    }),
};

function load({ origin, headers, generate }, seconds) {
  const { path, body } = generate ?? { path: generatePath, body: smallBody };
  return closedLoop({ url: origin + path, headers, body, connections, seconds });
}

async function measure(contender, seconds) {
  const cpuBefore = contender.process.cpuMicros();
  const result = await load(contender, seconds);
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

function describe(results) {
  const of = (name, field) => median((results.get(name) ?? []).map((round) => round[field]));
  const rows = [...results.keys()].map((name) => [
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
    atLeast('us / bare', of('us', 'perSecond') / of('bare', 'perSecond'), 0.6),
  ];
  if (results.has('peer'))
    bars.push(atLeast('us / peer', of('us', 'perSecond') / of('peer', 'perSecond'), 12));
  const head = ['', 'requests/s', '× bare', 'CPU µs/request', 'core', 'p50 ms', 'p99 ms', 'MB', 'failed'];
  return { head, rows, bars };
}
