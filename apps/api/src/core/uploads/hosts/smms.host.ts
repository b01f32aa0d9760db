import { group } from '../../settings/group';
import { secretText } from '../../settings/kinds/secret';
import { url } from '../../settings/kinds/text';
import { addressIn, fieldsOf } from '../upload-client';
import { formWith, PROBE_FILE } from '../upload-form';
import { UploadHostError, UploadHostUnsetError } from '../upload-host';
import { uploadHostKind } from '../upload-host-kind';

/** A picture that SM.MS has already is no failure: its answer then holds the address it has it at. */
const KNOWN = 'image_repeated';

/** SM.MS: https://doc.sm.ms */
export const smms = uploadHostKind({
  id: 'smms',
  group: group(
    'upload-smms',
    { en: 'Upload host SM.MS', zh: 'SM.MS 图床' },
    {
      SMMS_SECRET_TOKEN: secretText({
        label: { en: 'SM.MS token', zh: 'SM.MS 令牌' },
        help: { en: 'API token of your SM.MS account.', zh: 'SM.MS 账号的 API 令牌。' },
      }),
      SMMS_API_URL: url({
        label: { en: 'SM.MS address', zh: 'SM.MS 地址' },
        help: { en: 'Address that pictures are posted to.', zh: '上传图片的接口地址。' },
        default: 'https://sm.ms/api/v2/upload',
      }),
    },
  ),
  make: ({ settings, client }) => ({
    id: 'smms',

    async upload(file, signal) {
      const { SMMS_SECRET_TOKEN: token, SMMS_API_URL: url } = settings();
      if (token === undefined) throw new UploadHostUnsetError('SMMS_SECRET_TOKEN');
      const headers = { authorization: `Basic ${token.reveal()}` };
      const request = { method: 'POST', url, headers, body: formWith('smfile', file) } as const;
      const answer = fieldsOf(await client.json(request, signal));
      if (answer.success === true) return { url: addressIn(fieldsOf(answer.data).url) };
      if (answer.code === KNOWN) return { url: addressIn(answer.images) };
      throw new UploadHostError('It refused the picture.');
    },

    async probe(signal) {
      await this.upload(PROBE_FILE, signal);
    },
  }),
});
