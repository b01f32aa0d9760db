import type { ClientExchange } from '../../http/exchange/client-exchange';
import { ChangeReport } from './change-report';

const exchange = { requestId: 'req_1' } as ClientExchange;

it('tells the client each time, and the log loudly only once', () => {
  const told: [string, boolean][] = [];
  const report = new ChangeReport((changes, _, isNew) => told.push([changes, isNew]));
  for (const changes of [['tools: a', 'tools: b'], ['tools: a', 'tools: b'], ['other'], []])
    expect(report.headersFor(exchange, changes)).toEqual(
      changes.length === 0 ? {} : { 'x-request-changes': changes.join('; ') },
    );
  expect(told).toEqual([
    ['tools: a; tools: b', true],
    ['tools: a; tools: b', false],
    ['other', true],
  ]);
});

it('writes what a header can hold', () => {
  const report = new ChangeReport(() => undefined);
  const header = report.headersFor(exchange, ['näme\r\nx-evil: 1', 'x'.repeat(5_000)])['x-request-changes']!;
  expect(header).toMatch(/^n\?me\?\?x-evil: 1; x+\.\.\.$/);
  expect(header).toHaveLength(1_000);
});
