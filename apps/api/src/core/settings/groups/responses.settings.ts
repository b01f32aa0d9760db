import { group } from '../group';
import { integer } from '../kinds/number';

export const responsesGroup = group(
  'responses',
  { en: 'Stored responses', zh: '存储的响应' },
  {
    STORED_RESPONSES_DAYS: integer({
      label: { en: 'Keep responses for', zh: '响应保留时间' },
      help: {
        en: 'How long OpenAI responses are kept after their conversation was last gone on with, for previous_response_id. 0: none is kept.',
        zh: '对话最后一次继续之后，OpenAI 响应为 previous_response_id 保留多久。0 表示不保留。',
      },
      default: 7,
      min: 0,
      max: 3650,
      unit: 'days',
    }),
  },
);
