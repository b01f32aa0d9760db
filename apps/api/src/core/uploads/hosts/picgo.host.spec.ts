import { Secret } from '../../secret';
import { describeUploadHost } from '../testing/describe-upload-host';
import { webHost } from '../testing/web-host';
import type { UploadHost } from '../upload-host';
import { picgo } from './picgo.host';

const KEY = 'picgo-key-0000000000000';

const server = {
  kind: picgo,
  settings: (origin: string) => ({
    PICGO_API_KEY: new Secret(KEY),
    PICGO_API_URL: `${origin}/upload?to=smms`,
  }),
  address: /^http:\/\/127\.0\.0\.1:\d+\/a\.png$/,
  needed: { PICGO_API_KEY: undefined },
  secrets: [KEY],
  refuses: ({ method, url, headers }: { method: string; url: string; headers: Record<string, unknown> }) =>
    method !== 'POST' || url !== `/upload?to=smms&key=${KEY}` || headers['x-api-key'] !== undefined,
};

describe("PicGo's own server", () => {
  const success = (origin: string) => ({ success: true, result: [`${origin}/a.png`] });
  describeUploadHost('picgo', webHost({ ...server, success }));
});

describe('a Chevereto', () => {
  const success = (origin: string) => ({ status_code: 200, image: { url: `${origin}/a.png` } });
  describeUploadHost('picgo', webHost({ ...server, success }));
});

it('sends the key to picgo.net in a header, and not in the address', async () => {
  const sent: { url: string; headers: object }[] = [];
  const client = {
    json: async (request: { url: string; headers: object }) => {
      sent.push(request);
      return { status_code: 200, image: { url: 'https://a.example/b.png' } };
    },
  };
  const PICGO_API_URL = picgo.group.settings.PICGO_API_URL.default;
  const settings = () => ({ PICGO_API_KEY: new Secret(KEY), PICGO_API_URL });
  const host: UploadHost = picgo.make({ settings, client, clock: undefined, dataDir: '' } as never);
  await host.probe(AbortSignal.timeout(1_000));
  expect(sent).toEqual([expect.objectContaining({ url: PICGO_API_URL, headers: { 'x-api-key': KEY } })]);
});
