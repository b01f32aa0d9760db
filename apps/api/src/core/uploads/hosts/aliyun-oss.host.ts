import { group } from '../../settings/group';
import { secretText } from '../../settings/kinds/secret';
import { text } from '../../settings/kinds/text';
import { type OssCredential, ossAuthorization } from '../oss-signature';
import { ossObject } from '../oss-object';
import { PROBE_FILE } from '../upload-form';
import { UploadHostUnsetError } from '../upload-host';
import { uploadHostKind } from '../upload-host-kind';

/** Aliyun's object storage, with signatures of its version 4. */
export const aliyunOss = uploadHostKind({
  id: 'aliyun_oss',
  group: group(
    'upload-aliyun-oss',
    { en: 'Upload host Aliyun OSS', zh: '阿里云 OSS' },
    {
      OSS_ENDPOINT: text({
        label: { en: 'OSS endpoint', zh: 'OSS 端点' },
        help: {
          en: 'Public endpoint of the region, such as oss-cn-shanghai.aliyuncs.com.',
          zh: '地域的公网端点，例如 oss-cn-shanghai.aliyuncs.com。',
        },
        default: '',
      }),
      OSS_ENDPOINT_INNER: text({
        label: { en: 'OSS inner endpoint', zh: 'OSS 内网端点' },
        help: {
          en: 'Not needed: pictures are uploaded through the public endpoint.',
          zh: '不再需要：图片经公网端点上传。',
        },
        default: '',
        effect: 'none',
      }),
      OSS_ACCESS_KEY: secretText({
        label: { en: 'OSS access key id', zh: 'OSS AccessKey ID' },
        help: {
          en: 'Id of an access key that may write to the bucket.',
          zh: '有写入权限的 AccessKey 的 ID。',
        },
      }),
      OSS_ACCESS_KEY_SECRET: secretText({
        label: { en: 'OSS access key secret', zh: 'OSS AccessKey Secret' },
        help: { en: 'Secret of that access key.', zh: '该 AccessKey 的 Secret。' },
      }),
      OSS_BUCKET_NAME: text({
        label: { en: 'OSS bucket', zh: 'OSS 存储桶' },
        help: { en: 'Bucket in which pictures are put.', zh: '存放图片的存储桶。' },
        default: '',
      }),
      OSS_REGION: text({
        label: { en: 'OSS region', zh: 'OSS 地域' },
        help: { en: 'Region of the bucket, such as cn-shanghai.', zh: '存储桶所在地域，例如 cn-shanghai。' },
        default: '',
      }),
    },
  ),
  make: ({ settings, client, clock }) => ({
    id: 'aliyun_oss',

    async upload({ bytes, mimeType, name }, signal) {
      const { OSS_ENDPOINT: endpoint, OSS_BUCKET_NAME: bucket, ...rest } = settings();
      for (const setting of ['OSS_ENDPOINT', 'OSS_BUCKET_NAME', 'OSS_REGION'] as const)
        if (settings()[setting] === '') throw new UploadHostUnsetError(setting);
      const { OSS_ACCESS_KEY: id, OSS_ACCESS_KEY_SECRET: secret } = rest;
      if (id === undefined) throw new UploadHostUnsetError('OSS_ACCESS_KEY');
      if (secret === undefined) throw new UploadHostUnsetError('OSS_ACCESS_KEY_SECRET');
      const credential: OssCredential = { id, secret, region: rest.OSS_REGION.replace(/^oss-/, '') };
      const object = ossObject(endpoint, bucket, name);
      const headers = {
        'content-type': mimeType,
        'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
        'x-oss-object-acl': 'public-read',
      };
      const signed = ossAuthorization('PUT', object.resource, headers, credential, clock.nowMs());
      await client.send({ method: 'PUT', url: object.url, headers: signed, body: bytes }, signal);
      return { url: object.url };
    },

    async probe(signal) {
      await this.upload(PROBE_FILE, signal);
    },
  }),
});
