import { type Simulator, startSimulator } from '@gemini-balance/gemini-simulator';
import fc from 'fast-check';
import { featuresOf } from '../../gemini/models/model-features';
import type { Asked, ProtocolAdapter, Resolved } from '../protocol-adapter';

export interface TakenRequests {
  /** Fields of a request, tried with every model. */
  readonly features: readonly object[];
  /** A request with these fields. */
  readonly plain: (fields: object, model: string) => object;
  /** Conversations without made-up signatures, which upstream would rightly refuse. */
  readonly conversations: fc.Arbitrary<object>;
}

const KEY = 'AQ.good';
const NOTHING: Resolved = { media: new Map(), signatures: new Map() };
const MODELS = [
  'gemini-3.8-flash',
  'gemini-2.5-pro',
  'gemini-2.5-flash',
  'gemma-4-31b-it',
  'gemini-4-hydrogen',
];

/** What every adapter promises: that upstream takes what it makes, as far as the simulator of it can tell. */
export function describeUpstreamTakes<Request>(
  name: string,
  adapter: ProtocolAdapter<Request, Asked, unknown>,
  { features, plain, conversations }: TakenRequests,
): void {
  describe(name, () => {
    let upstream: Simulator;
    beforeAll(async () => {
      upstream = await startSimulator({ keys: [KEY] });
    });
    afterAll(() => upstream.close());

    const refusal = async (body: object): Promise<unknown> => {
      const request = adapter.parse(body);
      const { model } = adapter.asked(request);
      for (const one of adapter.toUpstream(request, NOTHING, featuresOf(model)).requests) {
        const reply = await fetch(`${upstream.url}/v1beta/models/${model}:generateContent`, {
          method: 'POST',
          headers: { 'x-goog-api-key': KEY },
          body: JSON.stringify(one),
        });
        if (!reply.ok) return reply.json();
        await reply.text();
      }
      return undefined;
    };

    const cases = MODELS.flatMap((model) => features.map((fields) => [model, fields] as const));

    it.each(cases)('is taken by %s with %j', async (model, fields) => {
      expect(await refusal(plain(fields, model))).toBeUndefined();
    });

    it('is taken whatever the conversation was', async () => {
      await fc.assert(
        fc.asyncProperty(conversations, fc.constantFrom(...MODELS), async (request, model) => {
          expect(await refusal({ ...request, model })).toBeUndefined();
        }),
        { numRuns: 300 },
      );
    });
  });
}
