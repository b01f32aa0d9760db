import { Secret } from '../../secret';
import { describeUploadHost } from '../testing/describe-upload-host';
import { webHost } from '../testing/web-host';
import { addressIn } from '../upload-client';
import { smms } from './smms.host';

const TOKEN = 'smms-token-000000000000';

describeUploadHost(
  'smms',
  webHost({
    kind: smms,
    settings: (origin) => ({ SMMS_SECRET_TOKEN: new Secret(TOKEN), SMMS_API_URL: `${origin}/api/v2/upload` }),
    success: (origin) => ({ success: true, data: { url: `${origin}/a.png`, delete: `${origin}/d` } }),
    address: /^http:\/\/127\.0\.0\.1:\d+\/a\.png$/,
    needed: { SMMS_SECRET_TOKEN: undefined },
    secrets: [TOKEN],
    refuses: ({ method, url, headers }) =>
      method !== 'POST' || url !== '/api/v2/upload' || headers.authorization !== `Basic ${TOKEN}`,
  }),
);

it('takes the address of a picture that SM.MS has already', async () => {
  const client = {
    json: () =>
      Promise.resolve({ success: false, code: 'image_repeated', images: 'https://a.example/b.png' }),
  };
  const settings = () => ({ SMMS_SECRET_TOKEN: new Secret(TOKEN), SMMS_API_URL: 'https://sm.ms/upload' });
  const host = smms.make({ settings, client, clock: undefined, dataDir: '' } as never);
  const file = { bytes: Buffer.from('x'), mimeType: 'image/png', name: 'a/b.png' };
  expect(await host.upload(file, AbortSignal.timeout(1_000))).toEqual({
    url: addressIn('https://a.example/b.png'),
  });
});
