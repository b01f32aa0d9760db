import { group } from '../group';
import { secretText } from '../kinds/secret';
import { text, url } from '../kinds/text';

export const uploadCloudflareImgbedGroup = group(
  'upload-cloudflare-imgbed',
  { en: 'Upload host Cloudflare ImgBed', zh: 'Cloudflare ImgBed 图床' },
  {
    CLOUDFLARE_IMGBED_URL: url({
      label: { en: 'ImgBed address', zh: 'ImgBed 地址' },
      help: {
        en: 'Upload address of your ImgBed, such as https://img.example.com/upload.',
        zh: 'ImgBed 的上传地址，例如 https://img.example.com/upload。',
      },
      default: '',
      effect: 'pending',
    }),
    CLOUDFLARE_IMGBED_AUTH_CODE: secretText({
      label: { en: 'ImgBed code', zh: 'ImgBed 认证码' },
      help: {
        en: 'Authentication code of your ImgBed; leave it unset where it asks for none.',
        zh: 'ImgBed 的认证码；未开启认证时无需设置。',
      },
      effect: 'pending',
    }),
    CLOUDFLARE_IMGBED_UPLOAD_FOLDER: text({
      label: { en: 'ImgBed folder', zh: 'ImgBed 目录' },
      help: {
        en: 'Folder in which pictures are put. Empty: the top folder.',
        zh: '存放图片的目录，留空则为根目录。',
      },
      default: '',
      effect: 'pending',
    }),
  },
);
