import { group } from '../group';
import { numberMap } from '../kinds/map';
import { textList } from '../kinds/text-list';
import { toggle } from '../kinds/toggle';

export const thinkingGroup = group(
  'thinking',
  { en: 'Thinking', zh: '思考' },
  {
    SHOW_THINKING_PROCESS: toggle({
      label: { en: 'Show thoughts', zh: '显示思考过程' },
      help: {
        en: 'Asks for thought summaries and passes them on as reasoning_content.',
        zh: '请求思考摘要，并以 reasoning_content 返回。',
      },
      default: true,
    }),
    THINKING_MODELS: textList({
      label: { en: 'Models with -non-thinking', zh: '思考模型' },
      help: {
        en: 'Models that are also offered as NAME-non-thinking, which answers without thinking.',
        zh: '另以 NAME-non-thinking 提供不思考版本的模型。',
      },
      default: [],
      of: 'model',
      modelKinds: ['chat'],
    }),
    THINKING_BUDGET_MAP: numberMap({
      label: { en: 'Thinking budgets', zh: '思考预算' },
      help: {
        en: 'Thinking tokens by model, as {"gemini-2.5-pro": 4096}; -1 lets the model decide.',
        zh: '各模型的思考 token 数，格式为 {"gemini-2.5-pro": 4096}；-1 表示由模型决定。',
      },
      default: {},
      of: 'model',
      unit: 'tokens',
      min: -1,
    }),
  },
);
