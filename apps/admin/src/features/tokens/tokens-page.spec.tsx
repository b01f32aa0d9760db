import type { TokenDto } from '@gemini-balance/shared';
import { screen, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

function aToken(given: Partial<TokenDto> & { id: number }): TokenDto {
  return {
    name: `client-${given.id}`,
    prefix: 'gb-abc',
    role: 'client',
    source: 'admin',
    isEnabled: true,
    isExpired: false,
    createdAtMs: 0,
    ...given,
  };
}

let gateway: FakeGateway;
let sent: Record<string, unknown>[];
function show(...tokens: TokenDto[]) {
  gateway.routes.set('GET /tokens', () => ({ status: 200, body: { items: tokens } }));
  return renderDashboard('/tokens');
}

beforeEach(() => {
  gateway = FakeGateway.install();
  sent = [];
});

it('shows what a token used of its limits', async () => {
  const used = { minute: { requests: 3, tokens: 0 }, day: { requests: 40, tokens: 0 } };
  show(aToken({ id: 1, requestsPerMinute: 10, requestsPerDay: 1_000, used }));
  const row = await screen.findByRole('row', { name: /client-1/ });
  expect(within(row).getByText('3 / 10')).toBeVisible();
  expect(within(row).getByText('40 / 1K')).toBeVisible();
});

it('shows what was asked with a token today, and leads to the requests', async () => {
  const used = { successes: 2, failures: 1, inputTokens: 1_000, outputTokens: 500, thinkingTokens: 0 };
  gateway.routes.set('GET /stats/usage', () => ({
    status: 200,
    body: { items: [{ token: { id: 1 }, ...used }] },
  }));
  show(aToken({ id: 1 }));
  const row = await screen.findByRole('row', { name: /client-1/ });
  expect(await within(row).findByRole('link', { name: '3 requests' })).toHaveAttribute(
    'href',
    '/logs?tab=requests&range=24h&tokenId=1',
  );
  expect(within(row).getByText('1.5K tokens')).toBeVisible();
});

it.each([
  ['Active', {}],
  ['Disabled', { isEnabled: false, isExpired: true }],
  ['Expired', { isExpired: true }],
])('tells that a token is %s', async (state, given) => {
  show(aToken({ id: 1, ...given }));
  expect(within(await screen.findByRole('row', { name: /client-1/ })).getByText(state)).toBeVisible();
});

it('makes a token with a limit, and shows it once', async () => {
  gateway.routes.set('POST /tokens', (body) => {
    sent.push(body);
    return { status: 201, body: { token: aToken({ id: 2, name: 'phone' }), secret: 'gb-the-secret' } };
  });
  const { user } = show();
  await user.click((await screen.findAllByRole('button', { name: 'New token' }))[0]!);
  await user.type(screen.getByLabelText('Name'), 'phone');
  await user.type(screen.getByLabelText('Requests per minute'), '5');
  await user.type(screen.getByLabelText('Allowed models'), 'gemini-a, gemini-b*');
  await user.click(screen.getByRole('button', { name: 'Make the token' }));
  expect(await screen.findByText('gb-the-secret')).toBeVisible();
  expect(sent).toEqual([{ name: 'phone', requestsPerMinute: 5, allowedModels: ['gemini-a', 'gemini-b*'] }]);
  await user.click(screen.getAllByRole('button', { name: 'Close' })[0]!);
  expect(screen.queryByText('gb-the-secret')).not.toBeInTheDocument();
});

it('keeps a new token on show until it was copied', async () => {
  gateway.routes.set('POST /tokens/1/rotate', () => ({
    status: 200,
    body: { token: aToken({ id: 1 }), secret: 'gb-the-next' },
  }));
  // Else there is no clipboard for scripts.
  Object.assign(window, { isSecureContext: true });
  const { user, goTo } = show(aToken({ id: 1 }));
  await user.click(await screen.findByRole('button', { name: /client-1/ }));
  await user.click(screen.getByRole('menuitem', { name: /secret/ }));
  await user.click(screen.getByRole('button', { name: 'Make a new secret' }));
  expect(await screen.findByText('gb-the-next')).toBeVisible();
  await user.keyboard('{Escape}');
  await user.pointer({ keys: '[MouseLeft]', target: document.querySelector('[data-state=open]')! });
  expect(screen.getByText('gb-the-next')).toBeVisible();
  await goTo('/logs');
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: 'Copy the token' }));
  expect(await screen.findByText('Copied')).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('gb-the-next')).not.toBeInTheDocument();
});

it('takes a limit away by emptying its field, and sends nothing else', async () => {
  gateway.routes.set('PATCH /tokens/1', (body) => {
    sent.push(body);
    return { status: 200, body: aToken({ id: 1 }) };
  });
  const { user } = show(aToken({ id: 1, requestsPerDay: 9, tokensPerDay: 7 }));
  await user.click(await screen.findByRole('button', { name: 'Actions for client-1' }));
  await user.click(screen.getByRole('menuitem', { name: 'Edit' }));
  await user.clear(screen.getByLabelText('Requests per day'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(sent).toEqual([{ requestsPerDay: null }]);
});

it('names the token that is to be deleted, and asks once', async () => {
  gateway.routes.set('DELETE /tokens/1', () => ({ status: 204 }));
  const { user } = show(aToken({ id: 1 }));
  await user.click(await screen.findByRole('button', { name: 'Actions for client-1' }));
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this token?' });
  expect(within(dialog).getByText('client-1')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Delete the token' }));
  expect(await screen.findByText('Token deleted')).toBeVisible();
});

it('shows a refusal in the form, which stays open', async () => {
  gateway.routes.set('POST /tokens', () => anError(409, 'conflict', 'There is a token of this name.'));
  const { user } = show();
  await user.click((await screen.findAllByRole('button', { name: 'New token' }))[0]!);
  await user.type(screen.getByLabelText('Name'), 'twice{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is a token of this name.');
});

it('keeps what was typed when the session ends, and leads to the login once it is given up', async () => {
  gateway.routes.set('POST /tokens', () => anError(401, 'unauthenticated', 'Sign in.'));
  const { user, refresh, address } = show();
  await user.click((await screen.findAllByRole('button', { name: 'New token' }))[0]!);
  await user.type(screen.getByLabelText('Name'), 'half a name{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Your session has ended.');
  gateway.hasSession = false;
  await refresh();
  expect(screen.getByLabelText('Name')).toHaveValue('half a name');
  expect(address()).toBe('/tokens');

  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await refresh();
  expect(await screen.findByLabelText('Administrator token')).toBeVisible();
});
