import type { Model } from '../../core/gemini/models/model';
import { codexModelList } from './codex-model-list';

const model = (name: string, more: object = {}): Model => ({ name: `models/${name}`, ...more });

/** What Codex refuses the whole list without. */
const REQUIRED = [
  'slug',
  'display_name',
  'supported_reasoning_levels',
  'shell_type',
  'visibility',
  'supported_in_api',
  'priority',
  'base_instructions',
  'supports_reasoning_summaries',
  'support_verbosity',
  'truncation_policy',
  'supports_parallel_tool_calls',
  'experimental_supported_tools',
];

it('describes models that hold conversations as Codex reads them', () => {
  const { models } = codexModelList([
    model('gemini-3.8-flash', { displayName: 'Flash', inputTokenLimit: 1_048_576 }),
    model('gemini-embedding-2', { supportedGenerationMethods: ['embedContent'] }),
    model('gemini-3.8-flash-tts'),
    model('gemini-4-hydrogen'),
    model('gemma-4-31b-it'),
  ]) as { models: Record<string, unknown>[] };
  expect(models.map(({ slug, priority }) => [slug, priority])).toEqual([
    ['gemini-3.8-flash', 0],
    ['gemini-4-hydrogen', 1],
    ['gemma-4-31b-it', 2],
  ]);
  for (const each of models) expect(Object.keys(each)).toEqual(expect.arrayContaining(REQUIRED));
  expect(models[0]).toMatchObject({ display_name: 'Flash', context_window: 1_048_576 });
  const efforts = models.map(({ supported_reasoning_levels: levels }) =>
    (levels as { effort: string }[]).map(({ effort }) => effort),
  );
  expect(efforts).toEqual([['low', 'medium', 'high'], ['low', 'medium', 'high', 'xhigh'], []]);
});
