import type { ModelCapacityListDto, ModelDetailDto, ModelDto, ModelListDto } from '@gemini-balance/shared';
import { screen, waitFor, within } from '@testing-library/react';
import { anError, FakeGateway } from '../../testing/fake-gateway';
import { renderDashboard } from '../../testing/render-dashboard';

const KEYS = { kind: 'gemini', ready: 3, resting: 1, invalid: 0, disabled: 0, barred: 0, total: 4 } as const;

function aModel(given: Partial<ModelDto> & { id: string }): ModelDto {
  return { kind: 'chat', methods: ['generateContent'], keys: [KEYS], names: [], ...given };
}

function aList(items: ModelDto[], given: Partial<ModelListDto> = {}): ModelListDto {
  const byKind = { chat: items.length, image: 0, speech: 0, embedding: 0, live: 0, video: 0, other: 0 };
  return {
    items,
    source: { url: 'https://upstream.test/v1beta', listedAtMs: Date.now(), isRefreshing: false },
    totals: { models: items.length, hidden: 0, byKind },
    geminiKeys: 4,
    ...given,
  };
}

const FLASH = aModel({
  id: 'gemini-flash',
  inputTokens: 1_048_576,
  outputTokens: 65_536,
  thinking: { control: 'level', levels: ['LOW', 'HIGH'] },
  names: [
    { name: 'gemini-flash-search', setting: 'SEARCH_MODELS', isPattern: false },
    { name: 'gpt-*', setting: 'MODEL_ALIASES', isPattern: true, hiddenBy: 'FILTERED_MODELS' },
  ],
});

let gateway: FakeGateway;
beforeEach(() => (gateway = FakeGateway.install()));

function show(list: ModelListDto, path = '/models') {
  gateway.routes.set('GET /models', () => ({ status: 200, body: list }));
  return renderDashboard(path);
}

const rowOf = (name: RegExp) => screen.findByRole('row', { name });

it('shows the limits of a model, its names, and how many keys can use it', async () => {
  show(aList([FLASH]));
  const row = await rowOf(/gemini-flash/);
  for (const text of ['1,048,576', '65,536', 'gemini-flash-search', 'Ready', '3 of 4'])
    expect(within(row).getByText(text)).toBeVisible();
  expect(screen.getByText(/1 model fetched from https:\/\/upstream.test\/v1beta/)).toBeVisible();
});

it.each<[string, Partial<ModelDto['keys'][0]>, string[]]>([
  ['resting with its keys', { ready: 0, nextAtMs: Date.now() + 600_000 }, ['Resting', 'back in 10m']],
  ['resting by itself', { rest: { reason: 'overloaded', untilMs: Date.now() + 600_000 } }, ['Resting']],
  ['out of use', { ready: 0, resting: 0, invalid: 4 }, ['Invalid', '0 of 4']],
  ['without keys', { ready: 0, resting: 0, total: 0 }, ['No keys']],
])('tells that a model is %s', async (_, keys, texts) => {
  show(aList([aModel({ id: 'gemini-a', keys: [{ ...KEYS, ...keys }] })]));
  const row = await rowOf(/gemini-a/);
  for (const text of texts) expect(within(row).getByText(text)).toBeVisible();
});

it('marks what a setting hides', async () => {
  show(aList([aModel({ id: 'gemini-a', hiddenBy: 'FILTERED_MODELS' })]));
  expect(within(await rowOf(/gemini-a/)).getByText('Hidden')).toHaveAttribute(
    'title',
    expect.stringContaining('FILTERED_MODELS'),
  );
});

it('leads from no keys to adding some', async () => {
  const { user, address } = show(aList([], { geminiKeys: 0 }));
  await user.click(await screen.findByRole('link', { name: 'Add keys' }));
  expect(address()).toBe('/keys');
});

it('tells why there is no list, and fetches it when asked', async () => {
  const source = {
    url: 'https://upstream.test',
    isRefreshing: false,
    error: { code: 'upstream_failed', message: 'Upstream is away.' },
  };
  const { user } = show(aList([], { source }));
  expect(await screen.findByText('Upstream is away.')).toBeVisible();
  gateway.routes.set('POST /models/refresh', () => {
    gateway.routes.set('GET /models', () => ({ status: 200, body: aList([FLASH]) }));
    return { status: 200, body: aList([FLASH]) };
  });
  await user.click(screen.getAllByRole('button', { name: 'Fetch the list now' })[1]!);
  expect(await rowOf(/gemini-flash/)).toBeVisible();
  expect(await screen.findByText('Upstream lists 1 model')).toBeVisible();
});

it('tells that the list is old because it could not be renewed', async () => {
  const list = aList([FLASH]);
  const error = { code: 'upstream_failed', message: 'Upstream is away.' };
  show({ ...list, source: { ...list.source, triedAtMs: Date.now(), error } });
  expect(await screen.findByText(/could not be renewed/)).toHaveTextContent('Upstream is away.');
});

it('offers to clear filters that nothing matches', async () => {
  const list = aList([FLASH]);
  const { user, address } = show({ ...list, items: [] }, '/models?kind=chat&search=x&shown=hidden');
  await user.click((await screen.findAllByRole('button', { name: 'Clear the filters' }))[0]!);
  expect(address()).toBe('/models');
});

it('narrows the list by the address bar', async () => {
  const { user, address } = show(aList([FLASH]));
  await rowOf(/gemini-flash/);
  await user.selectOptions(screen.getByLabelText('Keys now'), 'resting');
  await user.selectOptions(screen.getByLabelText('Kind'), 'chat');
  await user.type(screen.getByLabelText('Search the models'), 'pro');
  await waitFor(() => expect(address()).toBe('/models?keys=resting&kind=chat&search=pro'));
});

it('offers to try again where the gateway does not answer', async () => {
  gateway.instead.set('GET /models', anError(500, 'internal_error', 'Broken.'));
  gateway.routes.set('GET /models', () => ({ status: 200, body: aList([FLASH]) }));
  const { user } = renderDashboard('/models');
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await rowOf(/gemini-flash/)).toBeVisible();
});

describe('the details of a model', () => {
  const detail: ModelDetailDto = {
    ...FLASH,
    hiddenBy: 'FILTERED_MODELS',
    version: '3.8',
    sampling: { temperature: 1, maxTemperature: 2 },
    capabilities: {
      answersWith: ['TEXT', 'IMAGE'],
      systemInstruction: true,
      jsonSchema: false,
      functionsBesideBuiltIns: true,
      toolsBesideJson: true,
      checksSignatures: true,
      callIds: true,
      picturesInResponses: true,
      mediaResolution: true,
      penalties: true,
      mostCandidates: 1,
    },
    keys: [{ ...KEYS, resting: 2, invalid: 1, barred: 5, nextAtMs: Date.now() + 600_000 }],
    keyDetails: [{ kind: 'gemini', restingForIt: 1, barredGroups: ['free keys'] }],
  };

  const quota = {
    perProject: 20,
    learntAtMs: Date.now(),
    used: 30,
    total: 80,
    left: 50,
    known: 1,
    estimated: 3,
  };
  const capacity: ModelCapacityListDto = {
    items: [
      { kind: 'paid', model: 'gemini-flash', ready: 9, resting: 0, usedToday: 9 },
      {
        kind: 'gemini',
        model: 'gemini-flash',
        ready: 3,
        resting: 1,
        usedToday: 30,
        left: { requests: quota },
      },
    ],
    dayEndsAtMs: Date.now() + 3_600_000,
  };

  async function open() {
    gateway.routes.set('GET /models/gemini-flash', () => ({ status: 200, body: detail }));
    gateway.routes.set('GET /keys/capacity', () => ({ status: 200, body: capacity }));
    const { user, address } = show(aList([FLASH]));
    await user.click(await rowOf(/gemini-flash/));
    const sheet = await screen.findByRole('dialog', { name: 'gemini-flash' });
    await within(sheet).findByText('Names');
    return { user, address, sheet: within(sheet) };
  }

  it('lead to the keys that cannot use it', async () => {
    const { sheet, address } = await open();
    expect(address()).toBe('/models?open=gemini-flash');
    const links = ['1 rests for just this model', 'See them', 'free keys'].map((name) =>
      sheet.getByRole('link', { name }).getAttribute('href'),
    );
    expect(links).toEqual([
      '/keys?kind=gemini&model=gemini-flash',
      '/keys?kind=gemini&state=invalid',
      '/keys?kind=gemini&group=free%20keys',
    ]);
  });

  it('name everything that it can be sent, and the settings that decide', async () => {
    const { sheet } = await open();
    expect(sheet.getByText('Answers with text, pictures.')).toBeVisible();
    expect(sheet.getAllByRole('img', { name: 'No:' })).toHaveLength(1);
    expect(sheet.getByText('1, up to 2')).toBeVisible();
    expect(sheet.getByRole('link', { name: 'FILTERED_MODELS' })).toHaveAttribute(
      'href',
      '/config?search=FILTERED_MODELS',
    );
  });

  it('tell what is left of it today, for the kinds of keys that can use it', async () => {
    const { sheet } = await open();
    const today = sheet.getByRole('region', { name: 'Left today' });
    expect(await within(today).findByText('About 50 of 80 calls left today')).toBeVisible();
    expect(today).not.toHaveTextContent('not known yet');
  });

  it('have its names ready to be copied, but for patterns', async () => {
    const { sheet } = await open();
    const names = sheet.getAllByRole('button', { name: /^Copy/ }).map((button) => button.title);
    expect(names).toEqual(['Copy gemini-flash', 'Copy gemini-flash-search']);
  });

  it('are closed again', async () => {
    const { user, sheet, address } = await open();
    await user.click(sheet.getByRole('button', { name: 'Close' }));
    expect(address()).toBe('/models');
  });
});
