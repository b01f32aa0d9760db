import { group } from '../group';
import { safetySettings } from '../kinds/safety';
import { toggle } from '../kinds/toggle';

export const safetyGroup = group(
  'safety',
  { en: 'Safety', zh: '安全' },
  {
    SAFETY_SETTINGS: safetySettings({
      label: { en: 'Safety thresholds', zh: '安全阈值' },
      help: {
        en: 'From which level on Gemini blocks content of each category, where the client does not say so itself.',
        zh: '客户端未指定时，Gemini 对各类内容的拦截级别。',
      },
      default: [
        { category: 'HARM_CATEGORY_HARASSMENT', threshold: 'OFF' },
        { category: 'HARM_CATEGORY_HATE_SPEECH', threshold: 'OFF' },
        { category: 'HARM_CATEGORY_SEXUALLY_EXPLICIT', threshold: 'OFF' },
        { category: 'HARM_CATEGORY_DANGEROUS_CONTENT', threshold: 'OFF' },
        { category: 'HARM_CATEGORY_CIVIC_INTEGRITY', threshold: 'BLOCK_NONE' },
      ],
    }),
    SAFETY_SETTINGS_NATIVE: toggle({
      label: { en: 'Thresholds for native calls too', zh: '原生调用也应用阈值' },
      help: {
        en: 'Adds the thresholds to native Gemini calls as well; off, those pass unchanged.',
        zh: '同样为 Gemini 原生调用附加阈值；关闭时原样转发。',
      },
      default: false,
    }),
  },
);
