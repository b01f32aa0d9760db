import { Secret } from '../secret';
import { ossObject } from './oss-object';
import { ossAuthorization } from './oss-signature';

it("signs as Aliyun's own SDK does", () => {
  const { resource } = ossObject('oss-cn-shanghai.aliyuncs.com', 'examplebucket', '2026/11/21/a b.png');
  const headers = {
    'content-type': 'image/png',
    'x-oss-content-sha256': 'UNSIGNED-PAYLOAD',
    'x-oss-object-acl': 'public-read',
  };
  const credential = { id: new Secret('ak'), secret: new Secret('sk'), region: 'cn-shanghai' };
  // From ali-oss 6.23, `authorizationV4`.
  expect(ossAuthorization('PUT', resource, headers, credential, Date.UTC(2026, 10, 21, 6))).toEqual({
    ...headers,
    'x-oss-date': '20261121T060000Z',
    authorization:
      'OSS4-HMAC-SHA256 Credential=ak/20261121/cn-shanghai/oss/aliyun_v4_request,' +
      'Signature=615a30338e9c2dea4006c83c4a4d100803ec993fe4aafb431813413fca795f0c',
  });
});

it.each([
  ['oss-cn-shanghai.aliyuncs.com', 'https://b.oss-cn-shanghai.aliyuncs.com/x/y.png'],
  ['https://oss-cn-shanghai.aliyuncs.com', 'https://b.oss-cn-shanghai.aliyuncs.com/x/y.png'],
  ['https://b.oss-cn-shanghai.aliyuncs.com', 'https://b.oss-cn-shanghai.aliyuncs.com/x/y.png'],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000/b/x/y.png'],
])('puts the bucket where %s has it', (endpoint, url) => {
  expect(ossObject(endpoint, 'b', 'x/y.png')).toEqual({ url, resource: '/b/x/y.png' });
});
