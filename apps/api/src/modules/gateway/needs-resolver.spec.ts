import { Cancellation } from '../../core/cancellation';
import { OverBudgetError, PayloadTooLargeError } from '../../core/gateway-error';
import type { CallKey, Need } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { FetchRefusal } from '../media/fetch-refusal';
import type { ConversationOfToken } from '../signatures/signature-names';
import { NeedsResolver } from './needs-resolver';

const exchange = { clientLeft: new Cancellation(), identity: { id: 7 } } as unknown as ClientExchange;
const media = (name: string): Need => ({ kind: 'media', url: `https://a.example/${name}` });
const signature = (callId: string): Need => ({ kind: 'signature', callId, digest: 'd' });

function aResolver(limitBytes = Infinity) {
  const fetched: string[] = [];
  let [open, most, heldBytes] = [0, 0, 0];
  const fetcher = {
    fetch: async (url: string) => {
      fetched.push(url);
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      if (url.endsWith('bad')) throw new FetchRefusal('its server answered 404');
      return { mimeType: 'image/png', base64: 'AAAA' };
    },
  };
  const signatures = {
    find: async ({ tokenId, thread }: ConversationOfToken, calls: readonly CallKey[]) =>
      new Map(calls.map(({ callId }) => [callId, `of token ${tokenId}, thread ${thread}`])),
  };
  const bodies = {
    hold: (_: ClientExchange, bytes: number) => {
      heldBytes += bytes;
      if (heldBytes > limitBytes) throw new OverBudgetError('busy');
    },
  };
  const resolver = new NeedsResolver(fetcher, signatures, bodies);
  return { resolve: (needs: Need[]) => resolver.resolve(exchange, needs, 't'), fetched, most: () => most };
}

it('finds media and signatures, those of the token and conversation that ask', async () => {
  const { resolve } = aResolver();
  expect(await resolve([media('a'), signature('c1')])).toEqual({
    media: new Map([['https://a.example/a', { mimeType: 'image/png', base64: 'AAAA' }]]),
    mediaFailures: new Map(),
    signatures: new Map([['c1', 'of token 7, thread t']]),
  });
});

it('says why something could not be had, and fetches the rest', async () => {
  const { resolve } = aResolver();
  const { media: found, mediaFailures } = await resolve([media('bad'), media('good')]);
  expect([...found.keys()]).toEqual(['https://a.example/good']);
  expect(mediaFailures).toEqual(new Map([['https://a.example/bad', 'its server answered 404']]));
});

it('fetches some at a time, each once', async () => {
  const { resolve, fetched, most } = aResolver();
  const { media: found } = await resolve(Array.from({ length: 20 }, (_, number) => media(String(number))));
  expect([found.size, fetched.length, most()]).toEqual([20, 20, 6]);
});

it('refuses to fetch too many, and fetches none of them', async () => {
  const { resolve, fetched } = aResolver();
  const many = Array.from({ length: 65 }, (_, number) => media(String(number)));
  await expect(resolve(many)).rejects.toBeInstanceOf(PayloadTooLargeError);
  expect(fetched).toEqual([]);
});

it('counts what it fetches as it counts what clients send', async () => {
  const { resolve } = aResolver(7);
  await expect(resolve([media('a'), media('b')])).rejects.toBeInstanceOf(OverBudgetError);
});
