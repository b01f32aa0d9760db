import { adminToken, gateway, gatewayWithoutLog } from '../contenders/gateway.mjs';
import { generatePath, smallBody } from '../contenders/native-request.mjs';
import { adminOverview } from '../load/admin-overview.mjs';
import { paced } from '../load/paced.mjs';
import { atMost } from '../report/bars.mjs';
import { whole } from '../report/figures.mjs';
import { median } from '../report/statistics.mjs';
import { inTurns, withContenders } from '../rig.mjs';

const perSecond = 1_000;

/** What a row for each request costs. */
export const requestLog = {
  title: `Request log at ${whole(perSecond)} requests/s`,
  run: (upstream, { rounds, seconds }) =>
    withContenders([gatewayWithoutLog, gateway], upstream, async (running) => {
      for (const contender of running) await measure(contender, seconds);
      const results = await inTurns(running, rounds, (contender) => measure(contender, seconds));
      const us = running.find(({ name }) => name === gateway.name);
      const overview = us && (await adminOverview(us.origin, adminToken));
      return describe(results, overview?.gateway.droppedLogRows ?? Number.NaN);
    }),
};

async function measure({ origin, headers, process: server }, seconds) {
  const cpuBefore = server.cpuMicros();
  const load = await paced({ url: origin + generatePath, headers, body: smallBody, perSecond, seconds });
  // Rows are written behind the requests; their cost counts as well.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { cpuMicros: (server.cpuMicros() - cpuBefore) / load.totalMs.length, failed: load.failed };
}

function describe(results, droppedRows) {
  const cpu = (name) => median((results.get(name) ?? []).map((round) => round.cpuMicros));
  const rows = [...results].map(([name, rounds]) => [
    name,
    whole(cpu(name)),
    whole(rounds.reduce((sum, round) => sum + round.failed, 0)),
  ]);
  const growth = (cpu(gateway.name) / cpu(gatewayWithoutLog.name) - 1) * 100;
  const bars = [atMost('CPU added', growth, 15, ' %'), atMost('rows dropped', droppedRows, 0)];
  return { head: ['', 'CPU µs/request', 'failed'], rows, bars };
}
