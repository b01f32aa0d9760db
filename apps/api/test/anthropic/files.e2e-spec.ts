import { PermissionDeniedError } from '@anthropic-ai/sdk';
import { anthropicAt, ask, textOf } from '../support/clients/anthropic-client';
import { geminiSdk } from '../support/clients/gemini-sdk';
import { CLIENT_TOKEN } from '../support/processes/gateway-process';
import type { GatewayRig } from '../support/rigs/gateway-rig';
import { OTHER_TOKEN, startForTwoClients } from '../support/rigs/two-clients';

let rig: GatewayRig;
let holder: string | undefined;
let names: string[];

beforeAll(async () => {
  rig = await startForTwoClients();
  const { name, uri } = await geminiSdk(rig.gateway.url, CLIENT_TOKEN).files.upload({
    file: new Blob(['Hello, file!'], { type: 'text/plain' }),
  });
  holder = rig.simulator.requests.find(({ path }) => path.startsWith('/upload'))?.key;
  names = [name!, uri!];
});
afterAll(() => rig.close());
beforeEach(() => rig.simulator.forgetRequests());

const about = (source: { type: 'file'; file_id: string } | { type: 'url'; url: string }) =>
  // The SDK's own types know `file` only as a beta.
  ask([
    { type: 'document', source: source as { type: 'url'; url: string } },
    { type: 'text', text: 'What is it?' },
  ]);

describe('a file that upstream keeps', () => {
  it('is used by its name and its address, with the key that holds it', async () => {
    const sdk = anthropicAt(rig.gateway.url);
    for (const file_id of [...names, ...names])
      expect(textOf(await sdk.messages.create(about({ type: 'file', file_id })))).not.toBe('');
    expect(textOf(await sdk.messages.create(about({ type: 'url', url: names[1]! })))).not.toBe('');
    expect(rig.simulator.requests).toHaveLength(5);
    expect(rig.keysAsked()).toEqual(new Set([holder]));
  });

  it('is counted with the key that holds it', async () => {
    const sdk = anthropicAt(rig.gateway.url);
    for (const file_id of [...names, ...names])
      expect(await sdk.messages.countTokens(about({ type: 'file', file_id }))).toMatchObject({
        input_tokens: expect.any(Number),
      });
    expect(rig.simulator.requests).toHaveLength(4);
    expect(rig.keysAsked()).toEqual(new Set([holder]));
  });

  it('is refused to whoever has not uploaded it, before upstream is asked', async () => {
    const others = anthropicAt(rig.gateway.url, { apiKey: OTHER_TOKEN });
    for (const file_id of names) {
      const question = about({ type: 'file', file_id });
      await expect(others.messages.create(question)).rejects.toBeInstanceOf(PermissionDeniedError);
      await expect(others.messages.countTokens(question)).rejects.toBeInstanceOf(PermissionDeniedError);
    }
    expect(rig.simulator.requests).toEqual([]);
  });
});
