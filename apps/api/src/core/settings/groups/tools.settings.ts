import { group } from '../group';
import { textList } from '../kinds/text-list';
import { toggle } from '../kinds/toggle';

export const toolsGroup = group(
  'tools',
  { en: 'Tools', zh: '工具' },
  {
    TOOLS_CODE_EXECUTION_ENABLED: toggle({
      label: { en: 'Code execution', zh: '代码执行' },
      help: {
        en: 'Lets models run code at Google while they answer.',
        zh: '允许模型在回答时在 Google 侧执行代码。',
      },
      default: false,
    }),
    URL_CONTEXT_ENABLED: toggle({
      label: { en: 'URL context', zh: '网址上下文' },
      help: {
        en: 'Lets the models below read pages whose addresses stand in the prompt.',
        zh: '允许下列模型读取提示词中网址的内容。',
      },
      default: false,
    }),
    URL_CONTEXT_MODELS: textList({
      label: { en: 'Models with URL context', zh: '支持网址上下文的模型' },
      help: { en: 'Models that get the URL context tool.', zh: '启用网址上下文工具的模型。' },
      default: [
        'gemini-3.8-flash',
        'gemini-3.6-flash',
        'gemini-3.5-flash-lite',
        'gemini-3.1-pro-preview',
        'gemini-2.5-pro',
        'gemini-2.5-flash',
        'gemini-2.5-flash-lite',
      ],
      of: 'model',
      modelKinds: ['chat'],
    }),
    SHOW_SEARCH_LINK: toggle({
      label: { en: 'Show sources', zh: '显示来源链接' },
      help: {
        en: 'Appends the sources to the answers of -search models.',
        zh: '在 -search 模型的回答后附上来源链接。',
      },
      default: true,
    }),
  },
);
