import { screen, waitFor, within } from '@testing-library/react';
import { aKey, anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
  gateway.keys = [
    aKey({ id: 3, note: 'third' }),
    aKey({ id: 2, note: 'second', state: 'disabled' }),
    aKey({ id: 1, note: 'first' }),
  ];
});

const rowOf = (key: string): Promise<HTMLElement> => screen.findByRole('row', { name: new RegExp(key) });
const rowCount = (): number => screen.getAllByRole('row').length - 1;

async function choose(
  user: ReturnType<typeof renderDashboard>['user'],
  key: string,
  action: string,
): Promise<void> {
  await user.click(await screen.findByRole('button', { name: `Actions for ${key}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}

it('shows the keys and how many stand in each state', async () => {
  renderDashboard('/keys');
  expect(await rowOf('AIza…0002')).toHaveTextContent('Disabled');
  expect(screen.getByRole('link', { name: 'All 3' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('link', { name: 'Ready 2' })).toBeVisible();
});

it('says why a key rests, and for how long', async () => {
  const untilMs = Date.now() + 4 * 60_000;
  gateway.keys = [
    aKey({ id: 1, state: 'resting', holds: [{ scope: '*', reason: 'rate_limited', untilMs }] }),
  ];
  renderDashboard('/keys');
  expect(await rowOf('AIza…0001')).toHaveTextContent('back in 4m · Rate limit');
});

it('shows a reason it does not know as it came', async () => {
  gateway.keys = [aKey({ id: 1, state: 'invalid', holds: [{ scope: '*', reason: 'struck_by_lightning' }] })];
  renderDashboard('/keys');
  expect(await rowOf('AIza…0001')).toHaveTextContent('struck_by_lightning');
});

it('keeps its filters in the address', async () => {
  const { user, address } = renderDashboard('/keys');
  await rowOf('AIza…0003');
  await user.click(screen.getByRole('link', { name: 'Disabled 1' }));
  await waitFor(() => expect(rowCount()).toBe(1));
  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'nobody');
  expect(await screen.findByText('No key matches')).toBeVisible();
  expect(address()).toBe('/keys?state=disabled&search=nobody');

  await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
  await waitFor(() => expect(rowCount()).toBe(3));
  expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('');
});

it('lets one type on while the list follows', async () => {
  const { user, address } = renderDashboard('/keys');
  await user.type(await screen.findByRole('searchbox', { name: 'Search' }), 'th');
  await waitFor(() => expect(address()).toBe('/keys?search=th'));
  await user.keyboard('ird ');
  await waitFor(() => expect(address()).toBe('/keys?search=third'));
  expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveValue('third ');
  await waitFor(() => expect(rowCount()).toBe(1));
});

it('finds keys in pasted text, shows them, and adds them when told to', async () => {
  gateway.keys = [];
  const { user } = renderDashboard('/keys');
  await screen.findByText('No keys yet');
  await user.click(screen.getAllByRole('button', { name: 'Add keys' })[0]!);
  await user.click(await screen.findByLabelText('Text with keys'));
  await user.paste('mine: "AIzaOne1" and AIzaTwo2');
  await user.click(screen.getByRole('button', { name: 'Preview' }));

  const found = await screen.findByRole('region', { name: 'Found keys' });
  expect(within(found).getByText('AIza…One1')).toBeVisible();
  expect(gateway.keys).toEqual([]);

  await user.click(screen.getByRole('button', { name: 'Add 2 keys' }));
  expect(await rowOf('AIza…Two2')).toHaveTextContent('Ready');
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('enables and disables a key', async () => {
  const { user } = renderDashboard('/keys');
  await choose(user, 'AIza…0003', 'Disable');
  await waitFor(async () => expect(await rowOf('AIza…0003')).toHaveTextContent('Disabled'));
  await choose(user, 'AIza…0003', 'Enable');
  await waitFor(async () => expect(await rowOf('AIza…0003')).toHaveTextContent('Ready'));
});

it('names what it deletes, and does nothing before it is told to', async () => {
  const { user } = renderDashboard('/keys');
  await choose(user, 'AIza…0001', 'Delete');
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this key?' });
  expect(dialog).toHaveTextContent('AIza…0001');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(gateway.keys).toHaveLength(3);

  await choose(user, 'AIza…0001', 'Delete');
  await user.click(await screen.findByRole('button', { name: 'Delete 1 key' }));
  await waitFor(() => expect(rowCount()).toBe(2));
});

it('acts on a selection, which outlives a refresh', async () => {
  const { user, refresh } = renderDashboard('/keys');
  await user.click(await screen.findByRole('checkbox', { name: 'Select AIza…0003' }));
  await user.click(screen.getByRole('checkbox', { name: 'Select AIza…0001' }));
  gateway.keys = [aKey({ id: 4 }), ...gateway.keys];
  await refresh();
  await rowOf('AIza…0004');

  const toolbar = screen.getByRole('toolbar', { name: 'Selection' });
  expect(toolbar).toHaveTextContent('2 selected');
  await user.click(within(toolbar).getByRole('button', { name: 'Disable' }));
  await waitFor(() =>
    expect(gateway.keys.map((key) => key.state)).toEqual(['ready', 'disabled', 'disabled', 'disabled']),
  );
});

it('says why when the keys cannot be loaded, and loads them when asked again', async () => {
  gateway.instead.set('GET /keys', anError(503, 'database_away', 'The database is away.'));
  const { user } = renderDashboard('/keys');
  expect(await screen.findByRole('alert')).toHaveTextContent('The database is away.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rowOf('AIza…0001')).toBeVisible();
});
