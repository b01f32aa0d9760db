import type { RequestDetailsDto, RequestLogDto } from '@gemini-balance/shared';
import { screen, within } from '@testing-library/react';
import { FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const REQUEST: RequestLogDto = {
  id: 1,
  requestId: 'req-1',
  startedAtMs: 0,
  protocol: 'openai-chat',
  route: '/v1/chat/completions',
  method: 'POST',
  model: 'gemini-test',
  status: 503,
  isFailure: true,
  isStream: false,
  attempts: 2,
  latencyMs: 1_500,
};
const DETAILS: RequestDetailsDto = {
  requestId: 'req-1',
  request: REQUEST,
  attempts: [
    {
      attempt: 1,
      isError: true,
      startedAtMs: 0,
      key: { id: 4, masked: 'AIza…0004' },
      model: 'gemini-test',
      type: 'rate_limited',
      upstreamStatus: 429,
      message: 'Slow down.',
      latencyMs: 3,
      why: { kind: 'in_turn', triedBefore: [] },
    },
  ],
};

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
  gateway.routes.set('GET /logs/requests', () => ({ status: 200, body: { items: [REQUEST] } }));
  gateway.routes.set('GET /logs/errors', () => ({ status: 200, body: { items: [] } }));
  gateway.routes.set('GET /logs/requests/lookup/req-1', () => ({ status: 200, body: DETAILS }));
});

it('leads from the old address to the errors', async () => {
  const { address } = renderDashboard('/error_logs');
  expect(await screen.findByText('No errors')).toBeVisible();
  expect(address()).toBe('/logs');
});

it('opens a request with its attempts, and leads to the key', async () => {
  const { user, address } = renderDashboard('/logs?tab=requests');
  await user.click(await screen.findByText('gemini-test'));
  const sheet = await screen.findByRole('dialog', { name: 'Request' });
  expect(await within(sheet).findByText('Slow down.')).toBeVisible();
  expect(within(sheet).getByRole('link', { name: 'AIza…0004' })).toHaveAttribute('href', '/keys?search=0004');
  expect(address()).toBe('/logs?tab=requests&open=req-1');
});

it('deletes what matches the filters and nothing else', async () => {
  const sent: unknown[] = [];
  gateway.routes.set('POST /logs/requests/delete', (body) => {
    sent.push(body);
    return { status: 200, body: { deleted: 1, isDone: true } };
  });
  const { user } = renderDashboard('/logs?tab=requests&model=gemini-test&status=5xx');
  await user.click(await screen.findByRole('button', { name: 'Delete all that match' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete requests from the log?' });
  expect(dialog).toHaveTextContent('All rows that match the filters');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('1 row deleted')).toBeVisible();
  expect(sent).toEqual([{ filter: { model: 'gemini-test', status: '5xx' } }]);
});
