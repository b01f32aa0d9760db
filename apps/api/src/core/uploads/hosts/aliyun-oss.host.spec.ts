import { Secret } from '../../secret';
import { describeUploadHost } from '../testing/describe-upload-host';
import { webHost } from '../testing/web-host';
import { aliyunOss } from './aliyun-oss.host';

const ID = 'LTAI-id-000000000000';
const SECRET = 'oss-secret-0000000000';

describeUploadHost(
  'aliyun_oss',
  webHost({
    kind: aliyunOss,
    settings: (origin) => ({
      OSS_ENDPOINT: origin,
      OSS_ENDPOINT_INNER: '',
      OSS_ACCESS_KEY: new Secret(ID),
      OSS_ACCESS_KEY_SECRET: new Secret(SECRET),
      OSS_BUCKET_NAME: 'pictures',
      OSS_REGION: 'oss-cn-shanghai',
    }),
    // Its answer to an upload has no body.
    success: undefined,
    address: /^http:\/\/127\.0\.0\.1:\d+\/pictures\/2026\/11\/21\/6f1ed002ab5595859014ebf0\.png$/,
    needed: {
      OSS_ENDPOINT: '',
      OSS_BUCKET_NAME: '',
      OSS_REGION: '',
      OSS_ACCESS_KEY: undefined,
      OSS_ACCESS_KEY_SECRET: undefined,
    },
    secrets: [ID, SECRET],
    refuses: ({ method, headers }) =>
      method !== 'PUT' ||
      headers['content-type'] !== 'image/png' ||
      headers['x-oss-object-acl'] !== 'public-read' ||
      !/^OSS4-HMAC-SHA256 Credential=LTAI-id-000000000000\/\d{8}\/cn-shanghai\/oss\/aliyun_v4_request,Signature=[0-9a-f]{64}$/.test(
        String(headers.authorization),
      ),
  }),
);
