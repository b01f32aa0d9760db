import type { SettingDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeGateway } from '../../../testing/fake-gateway';
import { renderDashboard } from '../../../testing/render-dashboard';
import { aSetting } from '../testing/a-setting';

let gateway: FakeGateway;
let sent: unknown[];

beforeEach(() => {
  gateway = FakeGateway.install();
  sent = [];
});

/** Shows one setting, and finds its editor. */
async function showEditor(given: Partial<SettingDto>) {
  const settings = { revision: 1, problems: [], notices: [], settings: [aSetting({ name: 'IT', ...given })] };
  gateway.routes.set('GET /settings', () => ({ status: 200, body: settings }));
  gateway.routes.set('PATCH /settings', ({ set }) => {
    sent.push((set as { IT: unknown }).IT);
    return { status: 200, body: settings };
  });
  const { user } = renderDashboard('/config');
  const editor = await screen.findByRole('group', { name: 'it' });
  const press = (name: string) => user.click(within(editor).getByRole('button', { name }));
  const save = async () => {
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByLabelText('Unsaved changes')).not.toBeInTheDocument());
    return sent[0];
  };
  return { user, editor, press, save, field: (name: string) => within(editor).getByLabelText(name) };
}

describe('a list', () => {
  const aList = (of?: string) => showEditor({ kind: 'text-list', value: ['a', 'b'], of });

  it('is moved, removed from and added to', async () => {
    const { user, press, save } = await aList();
    await press('Move row 2 up');
    await press('Remove row 2');
    await press('Add a row');
    await user.keyboard('c{Enter}d');
    expect(await save()).toEqual(['b', 'c', 'd']);
  });

  it('takes many pasted lines apart', async () => {
    const { user, field, save } = await aList();
    await user.click(field('Row 2'));
    await user.paste('x\ny, z\n\n');
    expect(await save()).toEqual(['a', 'x', 'y', 'z']);
  });

  it('is edited as text', async () => {
    const { user, press, field, save } = await aList();
    await press('Edit as text');
    await user.clear(field('it'));
    await user.type(field('it'), 'm{Enter}n');
    expect(await save()).toEqual(['m', 'n']);
  });

  it.each([
    [undefined, 'a', 'This stands above already.'],
    ['proxy', 'user:pw@host', /An address such as http/],
    ['origin', 'https://a.b/c', /An origin such as/],
    ['address-range', 'localhost', /An IP address/],
  ])('of %s says at the row what is wrong with %s, and is not sent', async (of, typed, problem) => {
    const { user, editor, field } = await aList(of);
    await user.clear(field('Row 2'));
    await user.type(field('Row 2'), typed);
    expect(within(editor).getAllByRole('alert').at(-1)).toHaveTextContent(problem);
    expect(field('Row 2')).toBeInvalid();
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });
});

describe('a map', () => {
  it('sends numbers as numbers', async () => {
    const { user, press, field, save } = await showEditor({ kind: 'number-map', value: { m: 1 }, min: -1 });
    await press('Add a row');
    await user.keyboard('n');
    await user.type(field('Value 2'), '-1');
    expect(await save()).toEqual({ m: 1, n: -1 });
  });

  it.each([
    ['-2', 'A number of at least -1.'],
    ['much', 'A number of at least -1.'],
  ])('says at the row that %s is no such number', async (typed, problem) => {
    const { user, editor, field } = await showEditor({ kind: 'number-map', value: { m: 1 }, min: -1 });
    await user.clear(field('Value 1'));
    await user.type(field('Value 1'), typed);
    expect(within(editor).getByRole('alert')).toHaveTextContent(problem);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it.each([
    ['a value without a name', '', 'A value needs a name.'],
    ['a name twice', 'A', 'This stands above already.'],
    ['what is no header', 'A B', /The name of a header/],
  ])('does not lose %s in silence', async (_, name, problem) => {
    const { user, editor, press, field } = await showEditor({
      kind: 'text-map',
      value: { A: 'x' },
      of: 'header',
    });
    await press('Add a row');
    if (name !== '') await user.keyboard(name);
    await user.type(field('Value 2'), 'y');
    expect(within(editor).getByRole('alert')).toHaveTextContent(problem);
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.queryByLabelText('Value 2')).not.toBeInTheDocument();
  });
});

it('sets the safety of each category in a matrix, and leaves one to upstream', async () => {
  const rule = (category: string, threshold: string) => ({
    category: `HARM_CATEGORY_${category}`,
    threshold,
  });
  const { user, field, save } = await showEditor({
    kind: 'safety',
    value: [rule('HARASSMENT', 'OFF'), rule('HATE_SPEECH', 'OFF')],
    options: ['OFF', 'BLOCK_NONE'],
  });
  await user.click(field('Harassment: Block nothing'));
  await user.click(field('Hate speech: As Gemini decides'));
  expect(await save()).toEqual([rule('HARASSMENT', 'BLOCK_NONE')]);
});

it('checks one proxy or all before they are saved', async () => {
  const asked: unknown[] = [];
  gateway.routes.set('POST /proxies/check-all', ({ proxies }) => {
    asked.push(proxies);
    const items = (proxies as string[]).map((proxy) =>
      proxy.endsWith(':1')
        ? { proxy, isAvailable: true, latencyMs: 12 }
        : { proxy, isAvailable: false, error: 'Refused.' },
    );
    return { status: 200, body: { items } };
  });
  const { editor, press } = await showEditor({
    kind: 'text-list',
    of: 'proxy',
    value: ['http://a:1', 'http://b:2'],
  });
  await press('Check http://a:1');
  expect(await within(editor).findByText('12 ms')).toBeVisible();
  await press('Check all');
  expect(await within(editor).findByText('Refused.')).toBeVisible();
  expect(asked).toEqual([['http://a:1'], ['http://a:1', 'http://b:2']]);
});
