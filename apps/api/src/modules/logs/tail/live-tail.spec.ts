import type { TailEventDto, TailFilter } from '@gemini-balance/shared';
import { createLogger } from '../../../logging/logger';
import { LogLines } from '../../../logging/log-lines';
import { aRequest } from '../../telemetry/testing/gateway-events';
import { aFailure } from '../testing/stored-logs';
import { LiveTail } from './live-tail';

const KEY = 'AIzaSyD-this-is-a-made-up-key-00000000000';

function aTail() {
  const lines = new LogLines();
  const tail = new LiveTail(lines);
  const logger = createLogger({ level: 'debug', isPretty: false, sink: lines });
  const watch = (filter: TailFilter = {}) => {
    const events: TailEventDto[] = [];
    const stop = tail.watch({ filter, take: (text) => events.push(JSON.parse(text) as TailEventDto) });
    return { events, stop };
  };
  return { tail, logger, watch };
}

it('tells of requests, errors and log lines while somebody watches', () => {
  const { tail, logger, watch } = aTail();
  const { events, stop } = watch();
  tail.requestFinished(aRequest());
  tail.attemptSettled(aFailure({ attempt: 2 }));
  logger.warn({ context: 'keys', keyId: 7 }, 'key rests');
  stop();
  tail.requestFinished(aRequest());
  expect(events).toMatchObject([
    { kind: 'request', level: 'info', status: 200, inputTokens: 10, keyId: 7 },
    { kind: 'error', level: 'warn', status: 429, type: 'rate_limited', message: 'Slow down.', attempt: 2 },
    { kind: 'app', level: 'warn', message: 'key rests', context: 'keys', fields: { keyId: 7 } },
  ]);
});

it.each<[string, TailFilter, number]>([
  ['a kind', { kinds: ['request'] }, 2],
  ['a level', { level: 'error' }, 1],
  ['a status', { status: '429' }, 1],
  ['a class of statuses', { status: '5xx' }, 1],
  ['a key', { keyId: 9 }, 1],
  ['a token', { tokenId: 3 }, 2],
  ['a model', { model: 'gemini-flash' }, 1],
  ['a text', { text: 'SLOW' }, 1],
  ['a kind and a status', { kinds: ['app'], status: '503' }, 0],
])('tells a reader who asks for %s of nothing else', (_, filter, count) => {
  const { tail, logger, watch } = aTail();
  const { events } = watch(filter);
  tail.requestFinished(aRequest({ model: 'gemini-flash' }));
  tail.requestFinished(aRequest({ status: 503, errorCode: 'overloaded' }));
  tail.attemptSettled(aFailure({ keyId: 9 }));
  logger.info('started');
  expect(events).toHaveLength(count);
});

it('tells no credential', () => {
  const { tail, logger, watch } = aTail();
  const { events } = watch();
  const error = { status: 400, message: `control: ${KEY} is no key`, details: [] };
  tail.attemptSettled(aFailure({ outcome: { kind: 'invalid_key', error } }));
  logger.info({ value: KEY }, `control ${KEY}`);
  expect(JSON.stringify(events).match(/control/g)).toHaveLength(2);
  expect(JSON.stringify(events)).not.toContain(KEY);
});
