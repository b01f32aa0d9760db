import type { RequestDetailsDto, RequestLogDto } from '@gemini-balance/shared';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
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
  gateway.routes.set('GET /logs/requests/routes', () => ({
    status: 200,
    body: { items: ['/v1/chat/completions', '/v1beta/models/*'] },
  }));
  gateway.routes.set('GET /tokens', () => ({
    status: 200,
    body: { items: [{ id: 3, name: 'phone', role: 'client' }] },
  }));
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
  expect(within(sheet).getByRole('link', { name: 'AIza…0004' })).toHaveAttribute('href', '/keys?key=4');
  expect(address()).toBe('/logs?tab=requests&open=req-1');
});

it('deletes what matches the filters and nothing else', async () => {
  const sent: unknown[] = [];
  gateway.routes.set('POST /logs/requests/delete', (body) => {
    sent.push(body);
    return { status: 200, body: { deleted: 1, isDone: true } };
  });
  const { user } = renderDashboard('/logs?tab=requests&model=gemini-test&status=5xx');
  expect(await screen.findByLabelText('Model')).toHaveValue('gemini-test');
  await user.click(await screen.findByRole('button', { name: 'Delete all that match' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete requests from the log?' });
  expect(dialog).toHaveTextContent('All rows that match the filters');
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Status: 5xx', 'Model: gemini-test']);
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('1 row deleted')).toBeVisible();
  expect(sent).toEqual([{ filter: { model: 'gemini-test', status: '5xx' } }]);
});

it('narrows to a time, a client and a route, and keeps it in the address', async () => {
  const { user, address } = renderDashboard('/logs?tab=requests');
  await user.selectOptions(await screen.findByLabelText('Time range'), 'Yesterday');
  await user.selectOptions(
    screen.getByLabelText('Token'),
    await screen.findByRole('option', { name: 'phone' }),
  );
  await user.selectOptions(screen.getByLabelText('Route'), '/v1beta/models/*');
  await waitFor(() =>
    expect(address()).toBe('/logs?tab=requests&range=yesterday&tokenId=3&route=%2Fv1beta%2Fmodels%2F*'),
  );
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(address()).toBe('/logs?tab=requests'));
});

it('narrows to moments of one’s own', async () => {
  const { user, address } = renderDashboard('/logs');
  await user.selectOptions(await screen.findByLabelText('Time range'), 'From … to …');
  fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2026-11-20T10:30' } });
  const toMs = String(new Date(2026, 10, 20, 10, 30).getTime());
  await waitFor(() => expect(new URLSearchParams(address().split('?')[1]).get('toMs')).toBe(toMs));
});

it('finds a request by the id that its client was told', async () => {
  const { user, address } = renderDashboard('/logs');
  await user.type(await screen.findByLabelText('Request ID'), ' req-1 {Enter}');
  const sheet = await screen.findByRole('dialog', { name: 'Request' });
  expect(await within(sheet).findByText('Slow down.')).toBeVisible();
  expect(address()).toBe('/logs?open=req-1');
});

it('says so when the logs hold no such request', async () => {
  gateway.instead.set(
    'GET /logs/requests/lookup/none',
    anError(404, 'not_found', 'The logs hold no request of this id.'),
  );
  renderDashboard('/logs?open=none');
  expect(await screen.findByText('The logs hold no request of this id.')).toBeVisible();
});

it.each(['requests', 'errors'])('offers to clear the filters that leave nothing of the %s', async (tab) => {
  gateway.routes.set(`GET /logs/${tab}`, () => ({ status: 200, body: { items: [] } }));
  const { user, address } = renderDashboard(`/logs?tab=${tab}&status=429&text=nothing`);
  expect(await screen.findByText('Nothing matches')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  expect(await screen.findByText(tab === 'errors' ? 'No errors' : 'No requests yet')).toBeVisible();
  expect(address()).toBe(`/logs?tab=${tab}`);
});

it('tells calls of the gateway itself from those of clients', async () => {
  const [attempt] = DETAILS.attempts;
  const own = { ...attempt!, id: 9, requestId: 'req-9' };
  gateway.routes.set('GET /logs/errors', () => ({ status: 200, body: { items: [own] } }));
  gateway.routes.set('GET /logs/requests/lookup/req-9', () => ({
    status: 200,
    body: { requestId: 'req-9', attempts: [attempt] },
  }));
  const { user } = renderDashboard('/logs');
  await user.click(await screen.findByText('Gateway itself · gemini-test'));
  expect(await screen.findByText(/asked this by itself, for no client/)).toBeVisible();
});
