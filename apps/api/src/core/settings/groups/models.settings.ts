import { parseModelName } from '../../gemini/models/model-name';
import { group } from '../group';
import { textMap } from '../kinds/map';
import { text } from '../kinds/text';
import { textList } from '../kinds/text-list';

export const modelsGroup = group(
  'models',
  { en: 'Models', zh: '模型' },
  {
    FILTERED_MODELS: textList({
      label: { en: 'Hidden models', zh: '屏蔽的模型' },
      help: {
        en: 'Models that are not listed and are refused.',
        zh: '不出现在模型列表中、且拒绝调用的模型。',
      },
      default: [
        'gemini-1.0-pro-vision-latest',
        'gemini-pro-vision',
        'chat-bison-001',
        'text-bison-001',
        'embedding-gecko-001',
      ],
      of: 'model',
    }),
    MODEL_ALIASES: textMap({
      label: { en: 'Model aliases', zh: '模型别名' },
      help: {
        en: 'Names that clients may use for a model, as {"gpt-4o": "gemini-3.8-flash", "claude-opus-*": "gemini-3.1-pro-preview"}. The most exact name counts.',
        zh: '客户端可用来指代模型的名称，格式为 {"gpt-4o": "gemini-3.8-flash", "claude-opus-*": "gemini-3.1-pro-preview"}；以最精确的名称为准。',
      },
      default: {},
      of: 'model',
      check: (alias, model) => (isModelName(model) ? undefined : `has no name of a model for "${alias}"`),
    }),
    CLAUDE_DEFAULT_MODEL: text({
      label: { en: 'Model for Claude names', zh: 'Claude 名称的默认模型' },
      help: {
        en: 'The model that stands for every claude-… which MODEL_ALIASES does not name.',
        zh: '凡 MODEL_ALIASES 未列出的 claude-… 名称所对应的模型。',
      },
      default: 'gemini-3.8-flash',
      of: 'model',
      modelKinds: ['chat'],
      check: (model) => (isModelName(model) ? undefined : 'is not the name of a model'),
    }),
    SEARCH_MODELS: textList({
      label: { en: 'Models with -search', zh: '支持搜索的模型' },
      help: {
        en: 'Models that are also offered as NAME-search, which searches the web.',
        zh: '另以 NAME-search 提供联网搜索的模型。',
      },
      default: [
        'gemini-3.8-flash',
        'gemini-3.6-flash',
        'gemini-3.1-pro-preview',
        'gemini-2.5-flash',
        'gemini-2.5-pro',
      ],
      of: 'model',
      modelKinds: ['chat'],
    }),
    IMAGE_MODELS: textList({
      label: { en: 'Models with -image', zh: '支持图像的模型' },
      help: {
        en: 'Models that are also offered as NAME-image, which answers with pictures.',
        zh: '另以 NAME-image 提供图像生成与编辑的模型。',
      },
      default: [
        'gemini-nano-banana-2.1',
        'gemini-3.1-flash-image-preview',
        'gemini-3-pro-image-preview',
        'gemini-2.5-flash-image',
      ],
      of: 'model',
      modelKinds: ['image'],
    }),
  },
);

function isModelName(name: string): boolean {
  return parseModelName(name) !== undefined;
}
