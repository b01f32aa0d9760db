import type { OverviewDto } from '@gemini-balance/shared';
import { screen, within } from '@testing-library/react';
import { FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

function anOverview(keys: Partial<OverviewDto['keys']> = {}): OverviewDto {
  const none = { total: 0, success: 0, failure: 0 };
  return {
    keys: { ready: 0, resting: 0, invalid: 0, disabled: 0, total: 0, ...keys },
    calls: { minute: none, hour: { total: 3_000, success: 2_999, failure: 1 }, day: none, month: none },
    gateway: {
      version: '9.8.7',
      uptimeMs: 7_200_000,
      inFlight: 4,
      database: 'sqlite',
      waitingLogRows: 0,
      droppedLogRows: 0,
    },
  };
}

function show(overview: OverviewDto): void {
  FakeGateway.install().instead.set('GET /overview', { status: 200, body: overview });
  renderDashboard('/');
}

it('leads from the number of keys in a state to the list behind it', async () => {
  show(anOverview({ resting: 12, total: 12 }));
  expect(await screen.findByRole('link', { name: 'Resting 12' })).toHaveAttribute(
    'href',
    '/keys?state=resting',
  );
});

it('never rounds a failure away', async () => {
  show(anOverview({ ready: 1, total: 1 }));
  const row = await screen.findByRole('row', { name: /Last hour/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['3,000', '2,999', '1', '99.9%']);
});

it('claims no rate where nothing was asked', async () => {
  show(anOverview({ ready: 1, total: 1 }));
  const row = await screen.findByRole('row', { name: /Last minute/ });
  expect(within(row).getAllByRole('cell').at(-1)).toHaveTextContent('–');
});

it('leads to the keys page while there are no keys', async () => {
  show(anOverview());
  expect(await screen.findByRole('link', { name: 'Add keys' })).toHaveAttribute('href', '/keys');
});
