import type { FileListDto, JobDto, KeyListDto, TokenListDto } from '@gemini-balance/shared';
import type { GoogleGenAI } from '@google/genai';
import { auditedActions } from '../support/audited-actions';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { countsOf, jobOver } from '../support/job-of';
import { ADMIN_TOKEN, CLIENT_TOKEN } from '../support/processes/gateway-process';
import { GatewayRig } from '../support/rigs/gateway-rig';
import { until } from '../support/until';

let rig: GatewayRig;
let sdk: GoogleGenAI;
let admin: GoogleGenAI;

beforeAll(async () => {
  rig = await GatewayRig.start();
  sdk = geminiSdk(rig.gateway.url, CLIENT_TOKEN);
  admin = geminiSdk(rig.gateway.url, ADMIN_TOKEN);
});
afterAll(() => rig.close());
beforeEach(async () => void (await rig.addKeys(1)));
afterEach(async () => {
  const { id } = await startDeletion({ filter: {} });
  await jobOver(rig, id);
  await rig.reset();
});

const list = (query = ''): Promise<FileListDto> => rig.admin('GET', `/api/files${query}`);
const startDeletion = (choice: object): Promise<JobDto> =>
  rig.admin('POST', '/api/files/jobs', { action: 'delete', ...choice });

/** Uploads as Google's SDK does, and resolves with the file's name. */
async function upload(displayName: string, { by = sdk, text = 'Hello, file!', type = 'text/plain' } = {}) {
  const { name } = await by.files.upload({
    file: new Blob([text], { type }),
    config: { displayName },
  });
  return name!;
}

/** What calls upstream was sent about files, but for uploads. */
const callsAbout = (name: string): string[] =>
  rig.simulator.requests.filter(({ path }) => path.includes(name)).map(({ method }) => method);

describe('the list of files', () => {
  it('tells whose each is, by which key it is reached, how large it is and how it stands', async () => {
    const name = await upload('greeting');
    const film = await upload('film', { by: admin, type: 'video/mp4', text: 'moving' });
    const [key] = (await rig.admin<KeyListDto>('GET', '/api/keys')).items;
    const { items: tokens } = await rig.admin<TokenListDto>('GET', '/api/tokens');
    const token = tokens.find(({ role }) => role === 'client')!;
    const { items, totals, matching } = await list();
    expect(items).toEqual([
      expect.objectContaining({ name: film, owner: { kind: 'admin' }, state: 'processing', sizeBytes: 6 }),
      {
        id: expect.any(Number),
        name,
        displayName: 'greeting',
        mimeType: 'text/plain',
        sizeBytes: 12,
        state: 'active',
        owner: { kind: 'token', tokenId: token.id, name: token.name, prefix: token.prefix },
        keyId: key!.id,
        keyKind: 'gemini',
        maskedKey: key!.maskedSecret,
        createdAtMs: expect.any(Number),
        expiresAtMs: expect.any(Number),
      },
    ]);
    expect(totals).toMatchObject({
      active: { files: 1, bytes: 12 },
      processing: { files: 1, bytes: 6 },
      total: { files: 2, bytes: 18 },
    });
    expect(matching).toEqual(totals);
  });

  it('follows what answers say of a file', async () => {
    const film = await upload('film', { type: 'video/mp4' });
    await sdk.files.get({ name: film });
    const [file] = await until(async () => {
      const { items } = await list('?state=active');
      return items.length === 0 ? undefined : items;
    });
    expect(file).toMatchObject({ name: film, state: 'active' });
  });

  it('is filtered, sorted and read page by page', async () => {
    const small = await upload('small', { text: '1' });
    const large = await upload('large', { text: '1'.repeat(1_000), type: 'text/html' });
    const mine = await upload('mine', { by: admin });
    const names = async (query: string) => (await list(query)).items.map(({ name }) => name);
    expect(await names('?tokenId=0')).toEqual([mine]);
    expect(await names('?search=html')).toEqual([large]);
    expect(await names('?state=failed')).toEqual([]);
    const [{ keyId, maskedKey }] = (await list()).items as [FileListDto['items'][number]];
    expect(await names(`?keyId=${keyId}`)).toHaveLength(3);
    expect(await names(`?key=${maskedKey!.slice(-4)}`)).toHaveLength(3);
    expect(await names('?key=nobody')).toEqual([]);
    const first = await list('?sort=size&order=asc&limit=2');
    const second = await list(`?sort=size&order=asc&limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([small, mine, large]);
    expect(second).not.toHaveProperty('nextCursor');
    await expect(list('?cursor=x')).rejects.toThrow(/cursor/);
    await expect(list('?sort=colour')).rejects.toThrow(/400/);
  });

  it('keeps showing a file whose key and token are gone', async () => {
    await upload('orphan');
    await rig.reset();
    const [file] = (await list()).items;
    expect(file).toMatchObject({ displayName: 'orphan' });
    expect(file).not.toHaveProperty('maskedKey');
    expect(await rig.admin('DELETE', `/api/files/${file!.id}`)).toEqual({ result: 'forgotten' });
  });
});

describe('deleting files', () => {
  it('deletes one upstream and here, and notes it', async () => {
    const name = await upload('greeting');
    const [file] = (await list()).items;
    expect(await rig.admin('DELETE', `/api/files/${file!.id}`)).toEqual({ result: 'deleted' });
    expect(callsAbout(name)).toEqual(['DELETE']);
    await expect(sdk.files.get({ name })).rejects.toThrow(/permission/);
    expect((await list()).items).toEqual([]);
    expect(await auditedActions(rig, 'files.delete')).toContainEqual(
      expect.objectContaining({
        subject: String(file!.id),
        details: { file: 'greeting', result: 'deleted' },
      }),
    );
    await expect(rig.admin('DELETE', `/api/files/${file!.id}`)).rejects.toThrow(/404/);
  });

  it('keeps one that upstream did not delete, and says why', async () => {
    await upload('greeting');
    const [file] = (await list()).items;
    rig.simulator.on().fail('503-overloaded');
    await expect(rig.admin('DELETE', `/api/files/${file!.id}`)).rejects.toThrow(/502.*stays: 503/);
    rig.simulator.clearFaults();
    expect((await list()).items).toHaveLength(1);
  });

  it('deletes all that match as a job, and leaves the others', async () => {
    const names = [await upload('old 1'), await upload('old 2')];
    const kept = await upload('new');
    const job = await startDeletion({ filter: { search: 'old' } });
    const over = await jobOver(rig, job.id);
    expect([over.state, over.total, countsOf(over)]).toEqual(['done', 2, { deleted: 2 }]);
    expect(names.map(callsAbout)).toEqual([['DELETE'], ['DELETE']]);
    expect((await list()).items.map(({ name }) => name)).toEqual([kept]);
    expect(await auditedActions(rig, 'files.delete')).toContainEqual(
      expect.objectContaining({ subject: '2', details: expect.objectContaining({ job: job.id }) }),
    );
  });

  it('deletes a selection, and takes what is gone already for gone', async () => {
    const name = await upload('greeting');
    const { items } = await list();
    rig.simulator.on().fail('403-file-of-another-project');
    const job = await startDeletion({ ids: [items[0]!.id, 999_999] });
    const over = await jobOver(rig, job.id);
    rig.simulator.clearFaults();
    expect(countsOf(over)).toEqual({ gone: 2 });
    expect(callsAbout(name)).toEqual(['DELETE']);
    await expect(startDeletion({})).rejects.toThrow(/either ids or a filter/);
    await expect(startDeletion({ action: 'burn', filter: {} })).rejects.toThrow(/400/);
  });

  it('is for administrators alone', async () => {
    for (const [method, path] of [
      ['GET', '/api/files'],
      ['DELETE', '/api/files/1'],
      ['POST', '/api/files/jobs'],
    ]) {
      const headers = { authorization: `Bearer ${CLIENT_TOKEN}` };
      const { status } = await fetch(rig.gateway.url + path!, { method, headers });
      expect([path, status]).toEqual([path, 401]);
    }
  });
});
