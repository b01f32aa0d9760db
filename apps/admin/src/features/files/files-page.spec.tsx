import { FILE_STATES, type FileDto, type FileListDto, type FileTotalsDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const GREETING: FileDto = {
  id: 2,
  name: 'files/abc',
  displayName: 'greeting',
  mimeType: 'text/plain',
  sizeBytes: 1_536,
  state: 'active',
  owner: { kind: 'token', tokenId: 5, name: 'phone', prefix: 'sk-pho' },
  keyId: 9,
  keyKind: 'gemini',
  maskedKey: 'AIzaSy…0009',
  createdAtMs: Date.now() - 60_000,
  expiresAtMs: Date.now() + 40 * 3_600_000,
};
const ORPHAN: FileDto = {
  id: 1,
  name: 'files/xyz',
  state: 'processing',
  owner: { kind: 'none', tokenId: 4 },
  keyId: 3,
  keyKind: 'gemini',
  createdAtMs: 0,
};

let gateway: FakeGateway;
let files: FileDto[];
beforeEach(() => {
  gateway = FakeGateway.install();
  files = [GREETING, ORPHAN];
  gateway.routes.set('GET /files', () => ({ status: 200, body: aList() }));
  gateway.routes.set('GET /tokens', () => ({
    status: 200,
    body: { items: [{ id: 5, name: 'phone', role: 'client' }] },
  }));
});

function aList(): FileListDto {
  const sum = (those: FileDto[]) => ({
    files: those.length,
    bytes: those.reduce((bytes, { sizeBytes = 0 }) => bytes + sizeBytes, 0),
  });
  const totals = Object.fromEntries([
    ...FILE_STATES.map((state) => [state, sum(files.filter((file) => file.state === state))]),
    ['total', sum(files)],
  ]) as FileTotalsDto;
  return { items: files, totals, matching: totals };
}

const rowOf = (name: string): Promise<HTMLElement> => screen.findByRole('row', { name: new RegExp(name) });

it('tells whose a file is, how large, how it stands, and leads to its key', async () => {
  renderDashboard('/files');
  const row = await rowOf('greeting');
  expect(row).toHaveTextContent('files/abc');
  expect(row).toHaveTextContent('Active');
  expect(row).toHaveTextContent('1.5 kB');
  expect(row).toHaveTextContent('phone sk-pho…');
  expect(row).toHaveTextContent('in 2d');
  expect(within(row).getByRole('link', { name: 'AIzaSy…0009' })).toHaveAttribute('href', '/keys?key=9');
  expect(await rowOf('files/xyz')).toHaveTextContent('Deleted token');
  expect(screen.getByRole('link', { name: 'Active 1' })).toHaveAttribute('href', '/files?state=active');
  expect(screen.getByText('1.5 kB at Google')).toBeVisible();
});

it('keeps its filters in the address', async () => {
  const { user, address } = renderDashboard('/files');
  await rowOf('greeting');
  await user.click(screen.getByRole('link', { name: 'Processing 1' }));
  await screen.findByRole('link', { name: 'Processing 1', current: 'page' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Token' }), 'phone');
  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'film');
  await waitFor(() => expect(address()).toBe('/files?state=processing&tokenId=5&search=film'));
});

it('names what it deletes, and does nothing before it is told to', async () => {
  gateway.routes.set('DELETE /files/2', () => {
    files = [ORPHAN];
    return { status: 200, body: { result: 'deleted' } };
  });
  const { user } = renderDashboard('/files');
  await user.click(await screen.findByRole('button', { name: 'Delete greeting' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this file?' });
  expect(dialog).toHaveTextContent('greeting');
  expect(dialog).toHaveTextContent('1.5 kB');
  expect(gateway.calls).not.toContain('DELETE /files/2');
  await user.click(within(dialog).getByRole('button', { name: 'Delete 1 file' }));
  expect(await screen.findByText('The file is deleted.')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('row', { name: /greeting/ })).not.toBeInTheDocument());
});

it('deletes all that match by a job, whose progress is shown', async () => {
  const orders: unknown[] = [];
  const job = {
    id: 'job_1',
    kind: 'files.delete',
    state: 'done',
    total: 2,
    done: 2,
    counts: [{ reason: 'forgotten', count: 2 }],
    createdAtMs: 0,
    endedAtMs: 1,
    recent: [],
  };
  gateway.routes.set('POST /files/jobs', (order) => {
    orders.push(order);
    return { status: 202, body: job };
  });
  gateway.routes.set('GET /jobs/job_1', () => ({ status: 200, body: job }));
  const total = { files: 30, bytes: 1 };
  const totals = { ...aList().totals, active: total, total } as FileTotalsDto;
  gateway.routes.set('GET /files', () => ({ status: 200, body: { ...aList(), totals, matching: totals } }));
  const { user, address } = renderDashboard('/files?state=active');
  await user.click(await screen.findByRole('checkbox', { name: 'Select all that are loaded' }));
  await user.click(screen.getByRole('button', { name: 'Select all 30 that match' }));
  await user.click(
    within(screen.getByRole('toolbar', { name: 'Selection' })).getByRole('button', { name: 'Delete' }),
  );
  await user.click(await screen.findByRole('button', { name: 'Delete 30 files' }));
  const progress = await screen.findByRole('dialog', { name: 'Delete files' });
  expect(await within(progress).findByText('Taken off the list, no key reaches it')).toBeVisible();
  expect(orders).toEqual([{ action: 'delete', filter: { state: 'active' } }]);
  expect(address()).toBe('/files?state=active&job=job_1');
});

it('says where files come from while there are none', async () => {
  files = [];
  renderDashboard('/files');
  expect(await screen.findByText('No files yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Make a token for a client' })).toHaveAttribute('href', '/tokens');
});

it('lets one out of filters that nothing matches', async () => {
  const { totals } = aList();
  files = [];
  const { matching } = aList();
  gateway.routes.set('GET /files', () => ({ status: 200, body: { items: [], totals, matching } }));
  const { user, address } = renderDashboard('/files?search=nothing');
  expect(await screen.findByText('No file matches')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  await waitFor(() => expect(address()).toBe('/files'));
});

it('says why when the files cannot be loaded, and loads them when asked again', async () => {
  gateway.instead.set('GET /files', anError(503, 'database_away', 'The database is away.'));
  const { user } = renderDashboard('/files');
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('greeting')).toBeVisible();
});
