import type { JobDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { aKey, anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

let gateway: FakeGateway;
let orders: Record<string, unknown>[];
beforeEach(() => {
  gateway = FakeGateway.install();
  gateway.keys = Array.from({ length: 130 }, (_, index) => aKey({ id: 130 - index }));
  const matching = { ready: 130, resting: 0, invalid: 0, disabled: 0, total: 130 };
  gateway.routes.set('GET /keys', () => ({
    status: 200,
    body: { items: gateway.keys.slice(0, 100), totals: matching, matching, nextCursor: '31' },
  }));
  orders = [];
  gateway.routes.set('POST /keys/jobs', (order) => {
    orders.push(order);
    return { status: 202, body: aJob({ state: 'running', done: 3 }) };
  });
});

function aJob(given: Partial<JobDto> = {}): JobDto {
  return {
    id: 'job_1',
    kind: 'keys.verify',
    state: 'done',
    total: 130,
    done: 130,
    counts: [
      { reason: 'ok', count: 128 },
      { reason: 'leaked_key', count: 2 },
    ],
    createdAtMs: 0,
    recent: [],
    ...given,
  };
}

it('does with all that match what is asked, also with those that were never loaded', async () => {
  gateway.routes.set('GET /jobs/job_1', () => ({ status: 200, body: aJob({ endedAtMs: 1 }) }));
  const { user, address } = renderDashboard('/keys?state=ready');
  await user.click(await screen.findByRole('checkbox', { name: 'Select all that are loaded' }));
  await user.click(screen.getByRole('button', { name: 'Select all 130 that match' }));
  const toolbar = screen.getByRole('toolbar', { name: 'Selection' });
  expect(toolbar).toHaveTextContent('130 selected');
  await user.click(within(toolbar).getByRole('button', { name: 'Verify' }));

  const progress = await screen.findByRole('dialog', { name: 'Verify keys' });
  expect(await within(progress).findByText('Done')).toBeVisible();
  expect(within(progress).getByRole('button', { name: 'Reported as leaked 2' })).toBeVisible();
  expect(orders).toEqual([{ action: 'verify', filter: { state: 'ready' } }]);
  expect(address()).toBe('/keys?state=ready&job=job_1');
});

it('shows a job again after a reload, and stops it when asked', async () => {
  gateway.routes.set('GET /jobs/job_1', () => ({ status: 200, body: aJob({ state: 'running', done: 65 }) }));
  gateway.routes.set('POST /jobs/job_1/cancel', () => ({
    status: 200,
    body: aJob({ state: 'cancelled', done: 65, endedAtMs: 1 }),
  }));
  const { user } = renderDashboard('/keys?job=job_1');
  expect(await screen.findByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '50');
  gateway.routes.set('GET /jobs/job_1', () => ({
    status: 200,
    body: aJob({ state: 'cancelled', done: 65, endedAtMs: 1 }),
  }));
  await user.click(screen.getByRole('button', { name: 'Cancel the rest' }));
  expect(await screen.findByText('Cancelled')).toBeVisible();
});

it('walks through the rows by the keyboard, and selects there', async () => {
  const { user } = renderDashboard('/keys');
  const rows = await screen.findAllByRole('row', { name: /AIza/ });
  rows[0]!.focus();
  await user.keyboard('{ArrowDown}{ArrowDown} ');
  await waitFor(() => expect(screen.getAllByRole('row', { name: /AIza/ })[2]).toHaveFocus());
  expect(screen.getByRole('toolbar', { name: 'Selection' })).toHaveTextContent('1 selected');
  expect(screen.getByRole('checkbox', { name: 'Select AIza…0128' })).toBeChecked();
});

it('says when the gateway stops answering, and keeps what it had', async () => {
  const { refresh } = renderDashboard('/keys');
  await screen.findByRole('row', { name: /AIza…0130/ });
  gateway.routes.set('GET /keys', () => anError(503, 'database_away', 'The database is away.'));
  await refresh();
  expect(await screen.findByText(/The gateway does not answer/)).toBeVisible();
  expect(screen.getByRole('row', { name: /AIza…0130/ })).toBeVisible();
});

it('shows the secret of a key only when asked', async () => {
  gateway.routes.set('GET /keys/7', () => ({
    status: 200,
    body: { ...aKey({ id: 7 }), byModel: [], byHour: [], lastErrors: [] },
  }));
  gateway.routes.set('POST /keys/7/reveal', () => ({ status: 200, body: { secret: 'AIza-whole' } }));
  const { user } = renderDashboard('/keys?key=7');
  const sheet = await screen.findByRole('dialog', { name: 'Key' });
  expect(await within(sheet).findByText('AIza…0007')).toBeVisible();
  expect(gateway.calls).not.toContain('POST /keys/7/reveal');
  await user.click(within(sheet).getByRole('button', { name: 'Show' }));
  expect(await within(sheet).findByText('AIza-whole')).toBeVisible();
});
