import { act, screen, within } from '@testing-library/react';
import { FakeGateway } from '../../../testing/fake-gateway';
import { renderDashboard } from '../../../testing/render-dashboard';

/** The gateway's end of the tail. */
class FakeSocket {
  static latest: FakeSocket;
  readonly sent: unknown[] = [];
  onopen?: () => void;
  onmessage?: (message: { data: string }) => void;
  onclose?: (() => void) | null;

  constructor() {
    FakeSocket.latest = this;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {}
}

const real = globalThis.WebSocket;
beforeEach(() => {
  FakeGateway.install();
  globalThis.WebSocket = FakeSocket as unknown as typeof WebSocket;
});
afterEach(() => {
  globalThis.WebSocket = real;
});

async function showTail(search = '') {
  const dashboard = renderDashboard(`/logs?tab=live${search}`);
  const log = await screen.findByRole('log', { name: 'Live' });
  act(() => FakeSocket.latest.onopen?.());
  const happens = (event: object): void =>
    act(() =>
      FakeSocket.latest.onmessage?.({ data: JSON.stringify({ timeMs: 0, level: 'info', ...event }) }),
    );
  return { ...dashboard, log, happens };
}

it('follows what the address asks for', async () => {
  await showTail('&kind=error&level=warn&text=abc');
  expect(FakeSocket.latest.sent).toEqual([{ kinds: ['error'], level: 'warn', text: 'abc' }]);
});

it('keeps what comes while it is paused, and shows it then', async () => {
  const { user, log, happens } = await showTail();
  happens({ kind: 'app', message: 'first' });
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  happens({ kind: 'app', message: 'second' });
  expect(within(log).queryByText('second')).not.toBeInTheDocument();
  expect(screen.getByText('1 new event')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(within(log).getByText('second')).toBeVisible();
  expect(within(log).getByText('first')).toBeVisible();
});

it('says how much was left out', async () => {
  const { happens } = await showTail();
  happens({ kind: 'dropped', count: 12 });
  expect(screen.getByText('12 events left out: there were too many')).toBeVisible();
});

it('leads to the request that an event belongs to', async () => {
  const { user, log, happens, address } = await showTail();
  happens({ kind: 'request', requestId: 'r7', route: '/v1/models', status: 200 });
  await user.click(within(log).getByRole('button', { name: '/v1/models 200' }));
  expect(address()).toBe('/logs?tab=live&open=r7');
});
