import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeUploadHost, type StagedHost } from '../testing/describe-upload-host';
import { local } from './local.host';

/** The host on a directory of its own. */
async function staged(prepare: (dataDir: string) => void = () => undefined): Promise<StagedHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-host-'));
  prepare(dataDir);
  const settings = () => ({ LOCAL_UPLOAD_FOLDER: 'kept/pictures' });
  return {
    host: local.make({ settings, dataDir } as never),
    received: () => Buffer.concat(filesIn(dataDir).map((path) => readFileSync(path))),
    close: async () => rmSync(dataDir, { recursive: true }),
  };
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile());
}

describeUploadHost('local', {
  stage: () => staged(),
  address: /^\/pictures\/2026\/11\/21\/6f1ed002ab5595859014ebf0\.png$/,
  broken: { 'has no folder': () => staged((dataDir) => writeFileSync(join(dataDir, 'kept'), 'a file')) },
  unset: {},
  secrets: [],
});

it('leaves nothing behind when it is probed', async () => {
  const { host, received, close } = await staged();
  await host.probe(AbortSignal.timeout(1_000));
  expect(received()).toHaveLength(0);
  await close();
});
