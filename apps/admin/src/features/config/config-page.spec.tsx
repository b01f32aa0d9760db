import type { SettingsDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';
import { aSetting } from './testing/a-setting';

let gateway: FakeGateway;
let settings: SettingsDto;
let sent: unknown[];

beforeEach(() => {
  gateway = FakeGateway.install();
  sent = [];
  settings = {
    revision: 7,
    problems: [],
    notices: [],
    settings: [
      aSetting({ name: 'MAX_RETRIES', kind: 'integer', value: 3, min: 1, max: 10 }),
      aSetting({ name: 'USE_IT', kind: 'toggle', value: false }),
      aSetting({
        name: 'PICKED',
        value: 'mine',
        source: 'override',
        base: { source: 'env', value: 'theirs' },
      }),
      aSetting({ name: 'FAR_AWAY', group: { id: 'far', label: { en: 'Far', zh: '远' } } }),
      aSetting({ name: 'A_SECRET', kind: 'secret', value: null, isSecret: true, masked: ['sk-a…wxyz'] }),
    ],
  };
  gateway.routes.set('GET /settings', () => ({ status: 200, body: settings }));
  gateway.routes.set('PATCH /settings', (body) => {
    sent.push(body);
    return { status: 200, body: settings };
  });
});

const show = (path = '/config') => renderDashboard(path);
/** Resolves when nothing is unsaved any more. */
const saved = (): Promise<void> =>
  waitFor(() => expect(screen.queryByLabelText('Unsaved changes')).not.toBeInTheDocument());
const save = (): HTMLElement => screen.getByRole('button', { name: 'Save' });

it('sends only what was changed, with the revision it was changed in', async () => {
  const { user } = show();
  const field = await screen.findByLabelText('max retries');
  await user.clear(field);
  await user.type(field, '5');
  await user.click(screen.getByRole('switch', { name: 'use it' }));
  expect(screen.getByText('2 unsaved changes')).toBeVisible();
  await user.click(save());
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(sent).toEqual([{ set: { MAX_RETRIES: 5, USE_IT: true }, reset: [], revision: 7 }]);
  expect(screen.queryByText(/unsaved/)).not.toBeInTheDocument();
});

it('forgets a change that leads back to what holds', async () => {
  const { user } = show();
  const toggle = await screen.findByRole('switch', { name: 'use it' });
  await user.click(toggle);
  await user.click(toggle);
  expect(screen.queryByText(/unsaved/)).not.toBeInTheDocument();
});

it.each(['', '11', '2.5', 'many'])(
  'says while typing that "%s" is wrong, and does not send it',
  async (typed) => {
    const { user } = show();
    const field = await screen.findByLabelText('max retries');
    await user.clear(field);
    if (typed !== '') await user.type(field, typed);
    expect(screen.getByRole('alert')).toHaveTextContent('A whole number from 1 to 10.');
    expect(save()).toBeDisabled();
  },
);

it('takes an override back to what the environment says', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Back to the environment' }));
  expect(screen.getByLabelText('picked')).toHaveValue('theirs');
  await user.click(save());
  await saved();
  expect(sent).toEqual([{ set: {}, reset: ['PICKED'], revision: 7 }]);
});

it('shows what somebody else changed meanwhile, and overwrites it only when asked again', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('switch', { name: 'use it' }));
  const [retries, use, ...others] = settings.settings;
  settings = { ...settings, revision: 8, settings: [retries!, { ...use!, source: 'override' }, ...others] };
  gateway.instead.set('PATCH /settings', anError(409, 'conflict', 'Changed meanwhile.'));
  await user.click(save());
  expect(await screen.findByText(/Somebody else changed settings meanwhile/)).toBeVisible();
  expect(await screen.findByText('Somebody else changed this meanwhile to: Off')).toBeVisible();
  expect(sent).toEqual([]);
  await user.click(save());
  await saved();
  expect(sent).toEqual([{ set: { USE_IT: true }, reset: [], revision: 8 }]);
});

it('shows at a setting why the gateway refused it', async () => {
  const { user } = show();
  await user.type(await screen.findByLabelText('picked'), '!');
  gateway.instead.set('PATCH /settings', {
    status: 400,
    body: { error: { code: 'invalid_request', message: 'PICKED is no such thing.', field: 'PICKED' } },
  });
  await user.click(save());
  expect(await screen.findAllByText('PICKED is no such thing.')).toHaveLength(2);
  expect(screen.getByLabelText('picked')).toBeInvalid();
});

it('searches the settings of all groups', async () => {
  const { user, address } = show();
  expect(screen.queryByLabelText('far away')).not.toBeInTheDocument();
  await user.type(await screen.findByRole('searchbox', { name: 'Search all settings' }), 'about far');
  expect(await screen.findByLabelText('far away')).toBeVisible();
  expect(screen.queryByLabelText('max retries')).not.toBeInTheDocument();
  expect(address()).toBe('/config?search=about+far');
});

it('shows the ends of a secret, and sends one only when it was typed', async () => {
  const { user } = show();
  const field = await screen.findByLabelText('a secret');
  expect(field).toHaveAttribute('placeholder', 'sk-a…wxyz');
  expect(field).toHaveAttribute('type', 'password');
  await user.type(field, 'new');
  expect(screen.getByLabelText('Unsaved changes')).not.toHaveTextContent('new');
  await user.click(save());
  await saved();
  expect(sent).toEqual([{ set: { A_SECRET: 'new' }, reset: [], revision: 7 }]);
});

it('makes up a token that is shown this once', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Make up a token' }));
  const token = screen.getByText(/^sk-\w{43}$/).textContent;
  await user.click(save());
  await saved();
  expect(sent).toEqual([{ set: { A_SECRET: token }, reset: [], revision: 7 }]);
});

it('asks before it is left with unsaved changes', async () => {
  const { user, address } = show();
  await user.click(await screen.findByRole('switch', { name: 'use it' }));
  await user.click(screen.getByRole('link', { name: 'Tokens' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Leave without saving?' });
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(address()).toBe('/config');
});

it('says in the language of the reader what the gateway has to say of settings', async () => {
  const near = {
    name: 'MAX_RETRYS',
    code: 'near_miss',
    values: { meant: 'MAX_RETRIES' },
    message: 'is none.',
  };
  const unknown = { name: 'NEW_ONE', code: 'not_known_yet', values: {}, message: 'is odd.' };
  settings = { ...settings, notices: [near, unknown] };
  renderDashboard('/config', 'zh-CN');
  expect(await screen.findByText('MAX_RETRYS')).toBeVisible();
  expect(screen.getByText(/不是已知的设置；是否想写 MAX_RETRIES？/)).toBeVisible();
  expect(screen.getByText(/is odd\./)).toBeVisible();
});
