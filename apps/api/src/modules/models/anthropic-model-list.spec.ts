import type { Model } from '../../core/gemini/models/model';
import { anthropicModel, anthropicModelList } from './anthropic-model-list';

const model = (name: string, ...methods: string[]): Model => ({
  name: `models/${name}`,
  displayName: name.toUpperCase(),
  inputTokenLimit: 1000,
  outputTokenLimit: 100,
  ...(methods.length > 0 && { supportedGenerationMethods: methods }),
});
const MODELS = [
  model('gemini-a', 'generateContent', 'countTokens'),
  model('embed', 'embedContent'),
  model('claude-x'),
];
const ids = (query: string) => {
  const list = anthropicModelList(MODELS, new URLSearchParams(query)) as { data: { id: string }[] };
  return { ...list, data: list.data.map(({ id }) => id) };
};

describe('anthropicModelList', () => {
  it('shows what writes messages, also under names that Claude Code shows', () => {
    expect(ids('')).toEqual({
      data: ['gemini-a', 'claude-x', 'claude-gemini-a'],
      has_more: false,
      first_id: 'gemini-a',
      last_id: 'claude-gemini-a',
    });
  });

  it.each([
    ['the first ones', 'limit=2', ['gemini-a', 'claude-x'], true],
    ['those after one', 'limit=2&after_id=claude-x', ['claude-gemini-a'], false],
    ['those right before one', 'limit=1&before_id=claude-gemini-a', ['claude-x'], true],
    ['the first ones before one', 'limit=5&before_id=claude-x', ['gemini-a'], false],
    ['nothing after the last', 'after_id=claude-gemini-a', [], false],
    ['all of them below a limit', 'limit=1000', ['gemini-a', 'claude-x', 'claude-gemini-a'], false],
  ])('pages: %s', (_, query, data, has_more) => {
    expect(ids(query)).toEqual({
      data,
      has_more,
      first_id: data[0] ?? null,
      last_id: data.at(-1) ?? null,
    });
  });

  it.each(['limit=many', 'after_id=nobody', 'before_id=nobody'])('refuses %s', (query) => {
    expect(() => ids(query)).toThrow(
      expect.objectContaining({ code: 'invalid_request', field: query.split('=')[0] }),
    );
  });
});

it('tells of a model what clients of Anthropic read', () => {
  expect(anthropicModel(model('a'))).toMatchObject({
    type: 'model',
    id: 'a',
    display_name: 'A',
    created_at: '1970-01-01T00:00:00.000Z',
    max_input_tokens: 1000,
    max_tokens: 100,
  });
});
