import type { ModelDto, ModelKind } from '@gemini-balance/shared';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import * as english from '../../locales/en/texts';
import { startI18n } from '../../locales/i18n';
import { FakeGateway } from '../../testing/fake-gateway';
import { useModelOptions, type ModelChoice } from './use-model-options';

beforeAll(() => startI18n('en', english));

function aModel(id: string, kind: ModelKind, ...further: string[]): ModelDto {
  const names = further.map((name) => ({ name, setting: 'X', isPattern: name.includes('*') }));
  return { id, kind, methods: [], keys: [], names };
}

const MODELS = [aModel('flash', 'chat', 'flash-search', 'gpt-*'), aModel('painter', 'image')];

async function optionsFor(choice: ModelChoice, items = MODELS) {
  FakeGateway.install().routes.set('GET /models', () => ({ status: 200, body: { items } }));
  const client = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useModelOptions(choice), { wrapper });
  await waitFor(() => expect(result.current.map(({ value }) => value)).toContain('painter'));
  return result.current.map(({ value, note }) => [value, note]);
}

it.each<[string, ModelChoice, unknown[]]>([
  [
    'models',
    {},
    [
      ['flash', 'Chat'],
      ['painter', 'Images'],
    ],
  ],
  [
    'those of the kinds that suit first',
    { kinds: ['image'] },
    [
      ['painter', 'Images'],
      ['flash', 'Chat'],
    ],
  ],
  [
    'their further names, but no patterns',
    { hasFurtherNames: true },
    [
      ['flash', 'Chat'],
      ['flash-search', 'Chat'],
      ['painter', 'Images'],
    ],
  ],
  [
    'suggestions that are not known after them',
    { suggestions: ['flash', 'new'] },
    [
      ['flash', 'Chat'],
      ['painter', 'Images'],
      ['new', undefined],
    ],
  ],
])('offers %s', async (_, choice, expected) => {
  expect(await optionsFor(choice)).toEqual(expected);
});

it('offers each name once', async () => {
  const twice = [aModel('flash', 'chat', 'painter'), aModel('painter', 'image')];
  expect(await optionsFor({ hasFurtherNames: true }, twice)).toEqual([
    ['flash', 'Chat'],
    ['painter', 'Chat'],
  ]);
});
