import { group } from '../../settings/group';
import { secretText } from '../../settings/kinds/secret';
import { text, url } from '../../settings/kinds/text';
import { addressIn, fieldsOf } from '../upload-client';
import { formWith, PROBE_FILE } from '../upload-form';
import { UploadHostUnsetError } from '../upload-host';
import { uploadHostKind } from '../upload-host-kind';

/** A CloudFlare-ImgBed of one's own: https://cfbed.sanyue.de */
export const cloudflareImgbed = uploadHostKind({
  id: 'cloudflare_imgbed',
  group: group(
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
      }),
      CLOUDFLARE_IMGBED_AUTH_CODE: secretText({
        label: { en: 'ImgBed code', zh: 'ImgBed 认证码' },
        help: {
          en: 'Authentication code of your ImgBed; leave it unset where it asks for none.',
          zh: 'ImgBed 的认证码；未开启认证时无需设置。',
        },
      }),
      CLOUDFLARE_IMGBED_UPLOAD_FOLDER: text({
        label: { en: 'ImgBed folder', zh: 'ImgBed 目录' },
        help: {
          en: 'Folder in which pictures are put. Empty: the top folder.',
          zh: '存放图片的目录，留空则为根目录。',
        },
        default: '',
      }),
    },
  ),
  make: ({ settings, client }) => ({
    id: 'cloudflare_imgbed',

    async upload(file, signal) {
      const {
        CLOUDFLARE_IMGBED_URL: address,
        CLOUDFLARE_IMGBED_AUTH_CODE: code,
        CLOUDFLARE_IMGBED_UPLOAD_FOLDER: folder,
      } = settings();
      if (address === '') throw new UploadHostUnsetError('CLOUDFLARE_IMGBED_URL');
      const url = new URL(address);
      if (code !== undefined) url.searchParams.set('authCode', code.reveal());
      if (folder !== '') url.searchParams.set('uploadFolder', folder);
      url.searchParams.set('uploadNameType', 'origin');
      const answer = await client.json(
        { method: 'POST', url: url.href, body: formWith('file', file) },
        signal,
      );
      const [first] = Array.isArray(answer) ? (answer as unknown[]) : [];
      return { url: addressBelow(address, fieldsOf(first).src) };
    },

    async probe(signal) {
      await this.upload(PROBE_FILE, signal);
    },
  }),
});

/** An ImgBed tells where the picture is below what stands before `/upload` in its address. */
function addressBelow(uploadAddress: string, src: unknown): string {
  const isWhole = typeof src === 'string' && /^https?:\/\//i.test(src);
  if (isWhole || typeof src !== 'string' || src === '') return addressIn(src);
  const base = uploadAddress.split('/upload', 1)[0]!;
  return addressIn(`${base}/${src.replace(/^\/+/, '')}`);
}
