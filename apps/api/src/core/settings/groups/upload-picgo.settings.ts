import { group } from '../group';
import { secretText } from '../kinds/secret';
import { url } from '../kinds/text';

export const uploadPicgoGroup = group(
  'upload-picgo',
  { en: 'Upload host PicGo', zh: 'PicGo 图床' },
  {
    PICGO_API_KEY: secretText({
      label: { en: 'PicGo key', zh: 'PicGo 密钥' },
      help: { en: 'API key of your PicGo account.', zh: 'PicGo 账号的 API 密钥。' },
      effect: 'pending',
    }),
    PICGO_API_URL: url({
      label: { en: 'PicGo address', zh: 'PicGo 地址' },
      help: { en: 'Address that pictures are posted to.', zh: '上传图片的接口地址。' },
      default: 'https://www.picgo.net/api/1/upload',
      effect: 'pending',
    }),
  },
);
