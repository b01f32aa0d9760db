import type { StorageDto } from '@gemini-balance/shared';
import { screen, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../../testing/fake-gateway';
import { renderDashboard } from '../../../testing/render-dashboard';

const GB = 1024 ** 3;
const STORAGE: StorageDto = {
  database: { kind: 'sqlite', bytes: 2 * GB, walBytes: 4 * 1024 ** 2, unusedBytes: 0 },
  disk: { path: '/var/lib/gemini-balance', freeBytes: 5 * GB, totalBytes: 100 * GB },
  kinds: [
    {
      name: 'requests',
      count: 1_000_000,
      isMore: true,
      oldestAtMs: Date.UTC(2026, 9, 1, 12),
      retention: { rule: 'days', days: 30 },
      settings: ['AUTO_DELETE_REQUEST_LOGS_ENABLED', 'AUTO_DELETE_REQUEST_LOGS_DAYS'],
      schedule: 'clean-up-logs',
    },
    {
      name: 'pictures',
      count: 1,
      isMore: false,
      bytes: 2_048,
      retention: { rule: 'forever' },
      settings: ['LOCAL_UPLOAD_DAYS'],
      schedule: 'clean-up-pictures',
    },
    {
      name: 'files',
      count: 0,
      isMore: false,
      bytes: 0,
      isUpstream: true,
      retention: { rule: 'upstream' },
      settings: [],
    },
  ],
};

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
  gateway.routes.set('GET /storage', () => ({ status: 200, body: STORAGE }));
  gateway.routes.set('GET /schedules', () => ({
    status: 200,
    body: { items: [{ name: 'clean-up-logs', summary: 'Deletes rows', isRunning: false }] },
  }));
});

const panel = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Storage and retention' });
const itemOf = async (kind: string): Promise<HTMLElement> => {
  const name = await within(await panel()).findByText(kind);
  return name.closest('li')!;
};

it('tells the space that is left, warns while it is little, and tells the size of the database', async () => {
  renderDashboard('/system');
  const meter = await within(await panel()).findByRole('meter', { name: 'Disk' });
  expect(meter).toHaveAttribute('aria-valuetext', '5 GB of 100 GB free');
  expect(screen.getByText('The disk is nearly full.')).toBeVisible();
  expect(screen.getByText('2 GB')).toBeVisible();
  expect(screen.getByText('and 4 MB in its write-ahead log')).toBeVisible();
});

it('tells how much there is of each kind and how long it is kept, and leads to what decides it', async () => {
  renderDashboard('/system');
  const requests = await itemOf('Request log');
  expect(requests).toHaveTextContent('more than 1,000,000 rows · since Oct 1, 2026');
  const kept = within(requests).getByRole('link', { name: /Change how long this is kept: Request log/ });
  expect(kept).toHaveTextContent('30 days');
  expect(kept).toHaveAttribute('href', '/config?search=AUTO_DELETE_REQUEST_LOGS');
  expect(await itemOf('Pictures on this machine')).toHaveTextContent('1 file · 2 kB');
  expect(await itemOf('Files at Google')).toHaveTextContent('until Google deletes them');
});

it('leads to the task that cleans up, which can be run there', async () => {
  renderDashboard('/system');
  const link = within(await itemOf('Request log')).getByRole('link', { name: 'Clean up now' });
  const task = await screen.findByText('clean-up-logs');
  expect(task.closest('li')).toHaveAttribute('id', link.getAttribute('href')!.slice(1));
  expect(within(await itemOf('Files at Google')).queryByRole('link')).not.toBeInTheDocument();
});

it('says why when it cannot be measured', async () => {
  gateway.routes.set('GET /storage', () => anError(503, 'database_away', 'The database is away.'));
  renderDashboard('/system');
  expect(await within(await panel()).findByRole('alert')).toHaveTextContent('The database is away.');
});
