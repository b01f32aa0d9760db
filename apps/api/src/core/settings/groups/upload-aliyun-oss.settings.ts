import { group } from '../group';
import { secretText } from '../kinds/secret';
import { text } from '../kinds/text';

export const uploadAliyunOssGroup = group(
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
      effect: 'pending',
    }),
    OSS_ENDPOINT_INNER: text({
      label: { en: 'OSS inner endpoint', zh: 'OSS 内网端点' },
      help: {
        en: 'Endpoint inside Aliyun’s network, for uploads from there.',
        zh: '阿里云内网端点，用于从内网上传。',
      },
      default: '',
      effect: 'pending',
    }),
    OSS_ACCESS_KEY: secretText({
      label: { en: 'OSS access key id', zh: 'OSS AccessKey ID' },
      help: { en: 'Id of an access key that may write to the bucket.', zh: '有写入权限的 AccessKey 的 ID。' },
      effect: 'pending',
    }),
    OSS_ACCESS_KEY_SECRET: secretText({
      label: { en: 'OSS access key secret', zh: 'OSS AccessKey Secret' },
      help: { en: 'Secret of that access key.', zh: '该 AccessKey 的 Secret。' },
      effect: 'pending',
    }),
    OSS_BUCKET_NAME: text({
      label: { en: 'OSS bucket', zh: 'OSS 存储桶' },
      help: { en: 'Bucket in which pictures are put.', zh: '存放图片的存储桶。' },
      default: '',
      effect: 'pending',
    }),
    OSS_REGION: text({
      label: { en: 'OSS region', zh: 'OSS 地域' },
      help: { en: 'Region of the bucket, such as cn-shanghai.', zh: '存储桶所在地域，例如 cn-shanghai。' },
      default: '',
      effect: 'pending',
    }),
  },
);
