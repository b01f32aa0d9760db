import { screen } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

let gateway: FakeGateway;
beforeEach(() => {
  gateway = FakeGateway.install();
  gateway.hasSession = false;
});

const tokenField = (): Promise<HTMLElement> => screen.findByLabelText('Administrator token');

it('asks who comes without a session, and leads back to where they were going', async () => {
  const { user, address } = renderDashboard('/keys?state=resting');
  await user.type(await tokenField(), ' right {Enter}');
  expect(await screen.findByRole('heading', { name: 'Keys' })).toBeVisible();
  expect(address()).toBe('/keys?state=resting');
});

it('says that a token is wrong and stays', async () => {
  const { user, address } = renderDashboard('/login');
  await user.type(await tokenField(), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This is not the administrator token.');
  expect(address()).toBe('/login');
});

it('asks nothing of the gateway while the field is empty', async () => {
  const { user } = renderDashboard('/login');
  await user.type(await tokenField(), '{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This must not be empty.');
  expect(gateway.calls).not.toContain('POST /auth/login');
});

it('shows the wait after too many attempts, and lets nobody try meanwhile', async () => {
  gateway.instead.set('POST /auth/login', anError(429, 'locked_out', 'Wait.', { 'retry-after': '300' }));
  const { user } = renderDashboard('/login');
  await user.type(await tokenField(), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts. Try again in 5m.');
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
});

it('signs out', async () => {
  gateway.hasSession = true;
  const { user, address } = renderDashboard('/keys');
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await tokenField()).toBeVisible();
  expect(address()).toBe('/login');
  expect(gateway.hasSession).toBe(false);
});

it('asks again when the session ends while a page is open', async () => {
  gateway.hasSession = true;
  const { refresh, address } = renderDashboard('/keys');
  await screen.findByRole('heading', { name: 'Keys' });
  gateway.hasSession = false;
  await refresh();
  expect(await tokenField()).toBeVisible();
  expect(address()).toBe('/login?next=%2Fkeys');
});
