import { group } from '../group';
import { secretText } from '../kinds/secret';

export const uploadSmmsGroup = group(
  'upload-smms',
  { en: 'Upload host SM.MS', zh: 'SM.MS 图床' },
  {
    SMMS_SECRET_TOKEN: secretText({
      label: { en: 'SM.MS token', zh: 'SM.MS 令牌' },
      help: { en: 'API token of your SM.MS account.', zh: 'SM.MS 账号的 API 令牌。' },
      effect: 'pending',
    }),
  },
);
