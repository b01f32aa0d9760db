import { group } from '../../settings/group';
import { secretText } from '../../settings/kinds/secret';
import { url } from '../../settings/kinds/text';
import type { JsonObject } from '../../json-object';
import { addressIn, fieldsOf } from '../upload-client';
import { formWith, PROBE_FILE } from '../upload-form';
import { UploadHostError, UploadHostUnsetError } from '../upload-host';
import { uploadHostKind } from '../upload-host-kind';

const PICGO_NET = 'https://www.picgo.net/api/1/upload';

/** PicGo: the site picgo.net, which is a Chevereto, or a server of one's own. */
export const picgo = uploadHostKind({
  id: 'picgo',
  group: group(
    'upload-picgo',
    { en: 'Upload host PicGo', zh: 'PicGo 图床' },
    {
      PICGO_API_KEY: secretText({
        label: { en: 'PicGo key', zh: 'PicGo 密钥' },
        help: { en: 'API key of your PicGo account.', zh: 'PicGo 账号的 API 密钥。' },
      }),
      PICGO_API_URL: url({
        label: { en: 'PicGo address', zh: 'PicGo 地址' },
        help: {
          en: 'Address that pictures are posted to. The site takes the key in a header, a server of your own in the query.',
          zh: '上传图片的接口地址。官网以请求头传递密钥，自建服务以查询参数传递。',
        },
        default: PICGO_NET,
      }),
    },
  ),
  make: ({ settings, client }) => ({
    id: 'picgo',

    async upload(file, signal) {
      const { PICGO_API_KEY: key, PICGO_API_URL } = settings();
      if (key === undefined) throw new UploadHostUnsetError('PICGO_API_KEY');
      const isSite = PICGO_API_URL === PICGO_NET;
      const url = new URL(PICGO_API_URL);
      if (!isSite) url.searchParams.set('key', key.reveal());
      const headers = isSite ? { 'x-api-key': key.reveal() } : {};
      const request = { method: 'POST', url: url.href, headers, body: formWith('source', file) } as const;
      return { url: addressIn(addressOf(fieldsOf(await client.json(request, signal)))) };
    },

    async probe(signal) {
      await this.upload(PROBE_FILE, signal);
    },
  }),
});

/** A Chevereto tells of the picture, PicGo's own server lists addresses. */
function addressOf({ status_code: status, image, success, result }: JsonObject): unknown {
  if (status === 200) return fieldsOf(image).url;
  if (success === true && Array.isArray(result)) return result[0];
  throw new UploadHostError('It refused the picture.');
}
