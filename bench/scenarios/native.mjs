import { bare } from '../contenders/bare.mjs';
import { direct } from '../contenders/direct.mjs';
import { gateway } from '../contenders/gateway.mjs';
import { generateCall } from '../contenders/generate-call.mjs';
import { nginx } from '../contenders/nginx.mjs';
import { portkey } from '../contenders/portkey.mjs';
import { atLeast } from '../report/bars.mjs';
import { withContenders } from '../rig.mjs';
import { throughput, throughputTable } from './throughput.mjs';

/** Throughput of native generateContent on one core. */
export const native = {
  title: 'Native generateContent: 1 kB in, 2 kB out, 64 connections, one core',
  run: (upstream, effort) =>
    withContenders([direct, bare, nginx, portkey, gateway], upstream, async (running) =>
      describe(await throughput(running, generateCall, effort)),
    ),
};

function describe(of) {
  const { head, rows, bars } = throughputTable(of);
  bars.push(atLeast('us / bare', of('us', 'perSecond') / of('bare', 'perSecond'), 0.6));
  if (of.names.includes('peer'))
    bars.push(atLeast('us / peer', of('us', 'perSecond') / of('peer', 'perSecond'), 12));
  return { head, rows, bars };
}
