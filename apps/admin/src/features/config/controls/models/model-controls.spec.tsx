import type { SettingDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeGateway } from '../../../../testing/fake-gateway';
import { renderDashboard } from '../../../../testing/render-dashboard';
import { aSetting } from '../../testing/a-setting';

let gateway: FakeGateway;
beforeEach(() => (gateway = FakeGateway.install()));

/** Shows one setting that names models, of which the gateway knows one that chats and one that paints. */
async function showSetting(given: Partial<SettingDto>) {
  const sent: unknown[] = [];
  const setting = aSetting({ name: 'IT', of: 'model', modelKinds: ['image'], ...given });
  const settings = { revision: 1, problems: [], notices: [], settings: [setting] };
  const items = (['chat', 'image'] as const).map((kind) => ({
    id: `${kind}-model`,
    kind,
    names: [],
    keys: [],
  }));
  gateway.routes.set('GET /models', () => ({ status: 200, body: { items } }));
  gateway.routes.set('GET /settings', () => ({ status: 200, body: settings }));
  gateway.routes.set('PATCH /settings', ({ set }) => {
    sent.push(set);
    return { status: 200, body: settings };
  });
  const { user } = renderDashboard('/config');
  await user.click(await screen.findByRole('combobox', { name: 'it' }));
  const options = (await within(screen.getByRole('listbox', { name: 'Models' })).findAllByRole('option')).map(
    ({ textContent }) => textContent,
  );
  const save = async () => {
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    return sent[0];
  };
  return { user, options, save };
}

it('offers models for one, those that suit first', async () => {
  const { user, options, save } = await showSetting({ kind: 'text', value: 'mine' });
  expect(options).toEqual(['image-modelImages', 'chat-modelChat']);
  await user.click(screen.getByRole('option', { name: /image-model/ }));
  expect(await save()).toEqual({ IT: 'image-model' });
});

it('offers models for a list, but those that are in it, and takes others', async () => {
  const { user, options, save } = await showSetting({ kind: 'text-list', value: ['image-model'] });
  expect(options).toEqual(['chat-modelChat']);
  await user.click(screen.getByRole('option', { name: /chat-model/ }));
  await user.keyboard('unheard-of{Enter}');
  await user.click(screen.getByRole('button', { name: 'Take out image-model' }));
  expect(await save()).toEqual({ IT: ['chat-model', 'unheard-of'] });
});
