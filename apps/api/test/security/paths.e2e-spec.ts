import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anHttpServer } from '../../src/core/testing/local-server';
import { aRawClient } from '../support/clients/raw-client';
import { ADMIN_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';

const PLANTED = 'planted-content-of-a-file-that-is-nobodys-business';

let rig: GatewayRig;
beforeAll(async () => {
  rig = await GatewayRig.start({ env: { UPLOAD_PROVIDER: 'local', MAX_RETRIES: '0', LOG_LEVEL: 'DEBUG' } });
  await rig.addKeys(1);
  writeFileSync(join(rig.gateway.dataDir, 'planted.png'), PLANTED);
  writeFileSync(join(rig.gateway.dataDir, 'planted.log'), PLANTED);
});
afterAll(() => rig?.close());

const UPWARDS = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '..%5c',
  '..\\',
  '....//',
  '..%252f',
  '..;/',
  '%00../',
  './../',
];

/** Sent as it is: fetch would tidy the path up. */
async function ask(path: string): Promise<string> {
  const client = await aRawClient(rig.gateway.port, `GET ${path}`, {
    authorization: `Bearer ${ADMIN_TOKEN}`,
  });
  return client.received();
}

describe('a path', () => {
  it.each(UPWARDS)('with %s in it leads out of no folder', async (up) => {
    for (const steps of [1, 2, 3, 6]) {
      const upwards = up.repeat(steps);
      for (const start of ['/pictures/', '/api/logs/files/', '/docs/', '/assets/', '/'])
        for (const file of ['planted.png', 'planted.log', 'secret.key', 'default_db.db', 'etc/passwd']) {
          const answer = await ask(`${start}${upwards}${file}`);
          expect([start + upwards + file, /planted-content|SQLite format|root:.*:0:0/.test(answer)]).toEqual([
            start + upwards + file,
            false,
          ]);
        }
    }
  });

  it.each(['/pictures/planted.png', '/pictures/%2fetc%2fpasswd', '/pictures/', '/pictures/secret.key'])(
    'to a picture that is none is not found: %s',
    async (path) => expect(await ask(path)).toMatch(/^HTTP\/1\.1 404 /),
  );
});

describe('an address that a client names', () => {
  const fetched = (url: string): Promise<Response> =>
    rig.post('/v1/chat/completions', {
      model: rig.freshModel(),
      messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }],
    });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://localhost.:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0177.1:PORT/',
    'http://127.1:PORT/',
    'http://0:PORT/',
    'http://0.0.0.0:PORT/',
    'http://[::1]:PORT/',
    'http://[::]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[64:ff9b::7f00:1]:PORT/',
    'http://[2002:7f00:1::]:PORT/',
    'http://①②⑦.⓪.⓪.①:PORT/',
    'http://127。0。0。1:PORT/',
    'http://user@127.0.0.1:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/computeMetadata/v1/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:PORT/',
    'ftp://127.0.0.1:PORT/',
  ])('leads nowhere inside: %s', async (url) => {
    const visited: string[] = [];
    const inside = await anHttpServer((request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'image/png' }).end(PLANTED);
    });
    try {
      const answer = await fetched(url.replace('PORT', String(inside.port)));
      const text = await answer.text();
      expect([answer.status >= 400 && answer.status < 500, visited, text.includes(PLANTED)]).toEqual([
        true,
        [],
        false,
      ]);
    } finally {
      await inside.close();
    }
  });

  it('would be found out by these tests: where the operator opens the range, it is visited', async () => {
    const visited: string[] = [];
    const inside = await anHttpServer((request, response) => {
      visited.push(request.url ?? '');
      response.writeHead(404).end();
    });
    await rig.admin('PATCH', '/api/settings', { set: { FETCH_ALLOW_CIDRS: ['127.0.0.1'] } });
    await fetched(`http://127.0.0.1:${inside.port}/control.png`);
    expect(visited).toEqual(['/control.png']);

    const elsewhere = await anHttpServer((_, response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
    );
    const answer = await fetched(`http://127.0.0.1:${elsewhere.port}/`);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringMatching(/public internet/)]);
    await rig.admin('PATCH', '/api/settings', { reset: ['FETCH_ALLOW_CIDRS'] });
    await inside.close();
    await elsewhere.close();
  });
});

it('writes one event to each line of its logs, whatever clients call things', async () => {
  const FORGED = '{"level":"info","msg":"forged-line"}';
  const encoded = `%0d%0a${encodeURIComponent(FORGED)}`;
  const asked = [
    // The control, which has to be found.
    await rig.generate('forged-line'),
    await rig.generate(`x${encoded}`),
    await rig.post('/v1/chat/completions', { model: `x\r\n${FORGED}`, messages: [] }),
    await rig.post(`/v1beta/nothing${encoded}`),
    await rig.post(`/v1/models?key=a${encoded}`),
    await rig.post(
      '/v1/nothing',
      {},
      { headers: { 'user-agent': FORGED, authorization: `Bearer ${FORGED}` } },
    ),
  ];
  for (const answer of asked) await answer.text();
  await rig.gateway.stop();
  const directory = join(rig.gateway.dataDir, 'logs');
  const lines = readdirSync(directory).flatMap((name) =>
    readFileSync(join(directory, name), 'utf8').trimEnd().split('\n'),
  );
  expect(lines.some((line) => line.includes('"model":"forged-line"'))).toBe(true);
  expect(lines.filter((line) => line.startsWith(FORGED))).toEqual([]);
  // Every line is whole: none was broken in two.
  expect(lines.filter((line) => !/^\{.*\}$/.test(line))).toEqual([]);
});
