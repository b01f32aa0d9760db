import { screen } from '@testing-library/react';
import { FakeGateway } from '../testing/fake-gateway';
import { renderDashboard } from '../testing/render-dashboard';

beforeEach(() => void FakeGateway.install());

it('names version and repository on every page', async () => {
  renderDashboard('/nowhere');
  expect(await screen.findByText('Version 1.2.3')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Repository' })).toHaveAttribute(
    'href',
    'https://example.test/repository',
  );
});

it('links to no repository where the project names none', async () => {
  const url = jest.replaceProperty(globalThis as { __REPOSITORY_URL__?: string }, '__REPOSITORY_URL__', '');
  renderDashboard('/nowhere');
  expect(await screen.findByText('Version 1.2.3')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Repository' })).not.toBeInTheDocument();
  url.restore();
});
