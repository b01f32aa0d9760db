import { screen, waitFor } from '@testing-library/react';
import { anError, FakeGateway } from '../testing/fake-gateway';
import { renderDashboard } from '../testing/render-dashboard';

let gateway: FakeGateway;
beforeEach(() => (gateway = FakeGateway.install()));

it.each([
  ['/auth', '/login'],
  ['/keys_status?state=invalid', '/keys?state=invalid'],
])('leads the old address %s to %s', async (old, present) => {
  const { address } = renderDashboard(old);
  await waitFor(() => expect(address()).toBe(present));
});

it('says so when there is no such page', async () => {
  renderDashboard('/nowhere');
  expect(await screen.findByText('There is no such page')).toBeVisible();
});

it('says why when the gateway cannot tell whether there is a session', async () => {
  gateway.instead.set('GET /auth/session', anError(500, 'internal_error', 'Failed.'));
  renderDashboard('/keys');
  expect(await screen.findByRole('alert')).toHaveTextContent('The gateway failed at this. Its log says why.');
});
