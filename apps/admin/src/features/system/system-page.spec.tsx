import { screen, waitFor, within } from '@testing-library/react';
import { FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0';

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
  const answers: Record<string, unknown> = {
    '/schedules': {
      items: [
        { name: 'recheck', summary: 'Checks keys', isRunning: false, hasFailed: true, lastResult: 'No net.' },
        {
          name: 'forget-jobs',
          summary: 'Forgets jobs',
          isRunning: false,
          lastResult: '3 job(s) forgotten.',
          lastResultCode: 'jobs_forgotten',
          lastResultValues: { count: 3 },
        },
      ],
    },
    '/proxies': { items: [], isFixedPerKey: false },
    '/auth/sessions': {
      items: [
        { id: 'a', createdAtMs: 0, lastUsedAtMs: 0, expiresAtMs: 1, address: '::1', isCurrent: true },
        {
          id: 'b',
          createdAtMs: 0,
          lastUsedAtMs: 0,
          expiresAtMs: 1,
          address: '10.0.0.9',
          userAgent: FIREFOX,
          isCurrent: false,
        },
      ],
    },
    '/version': {
      current: '1.0.0',
      isChecked: true,
      latest: { version: '1.1.0', url: 'http://x', isNewer: true },
    },
    '/audit': {
      items: [
        {
          id: 1,
          atMs: 0,
          action: 'settings.change',
          subject: 'MAX_RETRIES',
          actor: 'session',
          address: '::1',
          details: { from: 3, to: 5, reason: 'asked' },
        },
      ],
    },
  };
  for (const [path, body] of Object.entries(answers))
    gateway.routes.set(`GET ${path}`, () => ({ status: 200, body }));
});

it('tells why scheduled work failed, and runs it now', async () => {
  gateway.routes.set('POST /schedules/recheck/run', () => ({ status: 200, body: {} }));
  const { user } = renderDashboard('/system');
  expect(await screen.findByText(/No net\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Run now : recheck' }));
  expect(gateway.calls).toContain('POST /schedules/recheck/run');
});

it('says in the language of the reader what came of scheduled work', async () => {
  renderDashboard('/system', 'zh-CN');
  expect(await screen.findByText(/已清除 3 个任务。/)).toBeVisible();
});

it('names the browser of a session, and keeps at hand what it calls itself', async () => {
  renderDashboard('/system');
  expect(await screen.findByText(/Firefox on Windows/)).toHaveAttribute('title', FIREFOX);
});

it('ends another session, and never offers to end the present one', async () => {
  gateway.routes.set('DELETE /auth/sessions/b', () => ({ status: 204 }));
  const { user } = renderDashboard('/system');
  await user.click(await screen.findByRole('button', { name: 'End' }));
  expect(gateway.calls).toContain('DELETE /auth/sessions/b');
});

it('says that a newer version is out, and what administrators did', async () => {
  renderDashboard('/system');
  expect(await screen.findByRole('link', { name: 'Version 1.1.0 is out' })).toHaveAttribute(
    'href',
    'http://x',
  );
  const audit = await screen.findByRole('table', { name: 'Audit log' });
  expect(within(audit).getByText('Setting changed')).toBeVisible();
});

it('tells what a change was from and to, and keeps the filters of the audit log in the address', async () => {
  const { user, address } = renderDashboard('/system?actor=session');
  const audit = await screen.findByRole('table', { name: 'Audit log' });
  await user.click(within(audit).getByText('MAX_RETRIES'));
  const sheet = await screen.findByRole('dialog', { name: 'Setting changed' });
  expect(sheet).toHaveTextContent('Before3After5');
  expect(sheet).toHaveTextContent('"reason": "asked"');
  await user.click(within(sheet).getByRole('button', { name: 'Close' }));
  expect(screen.getByLabelText('By')).toHaveValue('session');
  await user.selectOptions(screen.getByLabelText('What was done to'), 'Settings');
  await waitFor(() => expect(address()).toBe('/system?actor=session&action=settings'));
});

it('offers to clear the filters that leave nothing of the audit log', async () => {
  gateway.routes.set('GET /audit', () => ({ status: 200, body: { items: [] } }));
  const { user, address } = renderDashboard('/system?actor=token');
  await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
  expect(await screen.findByText('Nothing was changed yet.')).toBeVisible();
  expect(address()).toBe('/system');
});
