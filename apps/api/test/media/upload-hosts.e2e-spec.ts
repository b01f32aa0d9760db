import type { UploadProbeDto } from '@gemini-balance/shared';
import type OpenAI from 'openai';
import { anHttpServer, type LocalServer } from '../../src/core/testing/local-server';
import { openaiSdk } from '../support/clients/openai-sdk';
import type { GatewayEnv } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

const MODEL = 'gemini-3.1-flash-image-preview';
const SECRET = 'upload-secret-0000000000000000';

/** A stand-in for every host at once; each answers in its own form, and all fail when they are told to. */
let host: LocalServer;
let isFailing = false;
let received: string[] = [];

beforeAll(async () => {
  host = await anHttpServer((request, response) => {
    request.resume();
    request.on('end', () => {
      received.push(`${request.method} ${request.url}`);
      const url = `${host.origin}/a.png`;
      const answers: Readonly<Record<string, unknown>> = {
        '/smms': { success: true, data: { url } },
        '/picgo': { success: true, result: [url] },
        '/bed/upload': [{ src: '/a.png' }],
      };
      const status = isFailing ? 503 : 200;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answers[request.url!.split('?')[0]!] ?? ''));
    });
  });
});
afterAll(() => host.close());
beforeEach(() => {
  isFailing = false;
  received = [];
});

describe.each<[id: string, env: () => GatewayEnv, url: RegExp]>([
  ['smms', () => ({ SMMS_SECRET_TOKEN: SECRET, SMMS_API_URL: `${host.origin}/smms` }), /\/a\.png$/],
  ['picgo', () => ({ PICGO_API_KEY: SECRET, PICGO_API_URL: `${host.origin}/picgo` }), /\/a\.png$/],
  [
    'cloudflare_imgbed',
    () => ({ CLOUDFLARE_IMGBED_URL: `${host.origin}/bed/upload`, CLOUDFLARE_IMGBED_AUTH_CODE: SECRET }),
    /\/bed\/a\.png$/,
  ],
  [
    'aliyun_oss',
    () => ({
      OSS_ENDPOINT: host.origin,
      OSS_ACCESS_KEY: 'an-access-key',
      OSS_ACCESS_KEY_SECRET: SECRET,
      OSS_BUCKET_NAME: 'bucket',
      OSS_REGION: 'cn-shanghai',
    }),
    /\/bucket\/\d{4}\/\d\d\/\d\d\/[0-9a-f]{24}\.png$/,
  ],
])('with the upload host %s', (id, env, url) => {
  let rig: GatewayRig;
  let openai: OpenAI;

  beforeAll(async () => {
    rig = await GatewayRig.start({
      env: { UPLOAD_PROVIDER: id, API_KEYS: 'AIzaSyTest-key-000000000000000000000001', ...env() },
      simulator: { models: [MODEL] },
    });
    openai = openaiSdk(rig.gateway.url);
  });
  afterAll(() => rig?.close());

  const draw = async (): Promise<string> =>
    (await openai.images.generate({ prompt: 'a cat', response_format: 'url' })).data![0]!.url!;
  const probe = () => rig.admin<UploadProbeDto>('POST', '/api/upload-host/probe');

  it('a picture has an address there', async () => {
    expect(await draw()).toMatch(url);
    expect(received).toHaveLength(1);
    expect(await probe()).toEqual({ host: id, isWorking: true, problem: null });
  });

  it('a picture comes as data while the host fails, and the log says so without the secret', async () => {
    isFailing = true;
    expect(await draw()).toMatch(/^data:image\/png;base64,iVBOR/);
    const told = /status 503.*could not be put on the upload host/;
    await until(async () => (told.test(rig.gateway.output()) ? true : undefined));
    expect(rig.gateway.output()).not.toContain(SECRET);
    expect(await probe()).toEqual({ host: id, isWorking: false, problem: 'It answered with status 503.' });
  });
});
