import { bare } from '../contenders/bare.mjs';
import { bareTranslation } from '../contenders/bare-translation.mjs';
import { direct } from '../contenders/direct.mjs';
import { gatewayChat } from '../contenders/gateway.mjs';
import { generateCall } from '../contenders/generate-call.mjs';
import { atLeast, atMost } from '../report/bars.mjs';
import { withContenders } from '../rig.mjs';
import { eventsEach, streamCost, streamCount } from './streams.mjs';
import { throughput, throughputTable } from './throughput.mjs';

// `direct` and `bare` are asked in native Gemini: they are what a translation is measured against.
const contenders = [direct, bare, bareTranslation, gatewayChat];

/** Throughput of translated chat completions on one core. */
export const chat = {
  title: 'OpenAI chat: 1 kB in, 2 kB out, 64 connections, one core',
  run: (upstream, effort) =>
    withContenders(contenders, upstream, async (running) => {
      const of = await throughput(running, generateCall, effort);
      const { head, rows, bars } = throughputTable(of);
      const share = of('us', 'perSecond') / of('bare', 'perSecond');
      return { head, rows, bars: [...bars, atLeast('us / bare (aim: 0.5)', share, 0.4)] };
    }),
};

/** CPU time for translating many fast streams. */
export const chatStreams = {
  title: `${streamCount} translated streams of ${eventsEach} events at once`,
  run: (upstream, { rounds }) =>
    withContenders(contenders, upstream, async (running) => {
      const { head, rows, ratio } = await streamCost(running, rounds);
      return { head, rows, bars: [atMost('CPU, us / bare', ratio, 2.5)] };
    }),
};
