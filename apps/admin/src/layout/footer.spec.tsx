import { screen, waitFor } from '@testing-library/react';
import { FakeGateway } from '../testing/fake-gateway';
import { renderDashboard } from '../testing/render-dashboard';

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
});

it('names version and repository on every page', async () => {
  renderDashboard('/nowhere');
  expect(await screen.findByText('Version 1.2.3')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Repository' })).toHaveAttribute(
    'href',
    'https://example.test/repository',
  );
});

it('links to the repository that the settings name', async () => {
  const repositoryUrl = 'https://github.com/team/gateway';
  gateway.routes.set('GET /version', () => ({
    status: 200,
    body: { current: '1.2.3', isChecked: true, repositoryUrl },
  }));
  renderDashboard('/nowhere');
  await waitFor(() =>
    expect(screen.getByRole('link', { name: 'Repository' })).toHaveAttribute('href', repositoryUrl),
  );
});

it('links to no repository where neither names one', async () => {
  const url = jest.replaceProperty(globalThis as { __REPOSITORY_URL__?: string }, '__REPOSITORY_URL__', '');
  renderDashboard('/nowhere');
  expect(await screen.findByText('Version 1.2.3')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Repository' })).not.toBeInTheDocument();
  url.restore();
});
