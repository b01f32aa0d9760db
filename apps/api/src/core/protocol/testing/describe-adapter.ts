import { InternalError, InvalidRequestError } from '../../gateway-error';
import { featuresOf } from '../../gemini/models/model-features';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import type { Asked, ProtocolAdapter, Resolved } from '../protocol-adapter';
import { aContext } from './adapt-context';

/** What the promises are tried on. */
export interface AdapterSamples<Body> {
  /** Requests that are translated, streamed ones among them. */
  readonly requests: readonly Record<string, unknown>[];
  /** What is no request. */
  readonly refused: readonly unknown[];
  /** How often a stream says that it is over. */
  endsIn(frames: string): number;
  /** Whether frames tell of a fault with this message. */
  tellsFault(frames: string, message: string): boolean;
  /** The text of an answer, whole or from the frames of a stream. */
  textOf(body: Body): string;
  textIn(frames: string): string;
}

const NOTHING: Resolved = { media: new Map(), signatures: new Map() };
const FEATURES = featuresOf('gemini-test');
const CHUNKS: readonly GenerateContentResponse[] = [
  { candidates: [{ content: { parts: [{ text: 'One ' }] } }] },
  { candidates: [{ content: { parts: [{ text: 'two.' }] }, finishReason: 'STOP' }] },
  { usageMetadata: { promptTokenCount: 1, candidatesTokenCount: 2 } },
];
const WHOLE: GenerateContentResponse = {
  candidates: [{ content: { parts: [{ text: 'One ' }, { text: 'two.' }] }, finishReason: 'STOP' }],
};

/** What every adapter promises, whatever its dialect. */
export function describeAdapter<Request, Question extends Asked, Body>(
  name: string,
  adapter: ProtocolAdapter<Request, Question, Body>,
  samples: AdapterSamples<Body>,
): void {
  const askedOf = (request: Record<string, unknown>) => adapter.asked(adapter.parse(request));
  const streamOf = (request: Record<string, unknown>) => {
    const encoder = adapter.openStream(askedOf(request), aContext());
    return CHUNKS.map((chunk) => encoder.chunk(chunk)).join('') + encoder.end();
  };

  describe(`the adapter of ${name}`, () => {
    it.each(samples.requests)('changes nothing of what it is given: %j', (request) => {
      const before = JSON.stringify(request);
      const parsed = adapter.parse(request);
      adapter.needs(parsed);
      adapter.asked(parsed);
      adapter.toUpstream(parsed, NOTHING, FEATURES);
      adapter.repair?.(parsed, NOTHING, FEATURES);
      expect(JSON.stringify(request)).toBe(before);
    });

    it.each(samples.requests)('gives the same for the same: %j', (request) => {
      const translate = () => adapter.toUpstream(adapter.parse(request), NOTHING, FEATURES);
      expect(translate()).toEqual(translate());
    });

    it.each(samples.requests)(
      'lets fields pass that nobody knows, and sends none of them on: %j',
      (request) => {
        const translation = adapter.toUpstream(
          adapter.parse({ ...request, field_of_tomorrow: 'tomorrow' }),
          NOTHING,
          FEATURES,
        );
        expect(translation).toEqual(adapter.toUpstream(adapter.parse(request), NOTHING, FEATURES));
      },
    );

    it.each(samples.refused)('refuses what is no request: %j', (body) => {
      expect(() => adapter.toUpstream(adapter.parse(body), NOTHING, FEATURES)).toThrow(InvalidRequestError);
    });

    it.each(samples.requests)('needs nothing of a request for its reply but plain values: %j', (request) => {
      const asked = askedOf(request);
      expect(structuredClone(asked)).toEqual(asked);
      expect(asked.model).toBe(request['model']);
      expect(asked.isStream).toBe(request['stream'] === true);
    });

    it.each(samples.requests)('says the same whole and streamed: %j', (request) => {
      const { body } = adapter.toResponse([WHOLE], askedOf(request), aContext());
      expect(samples.textOf(body)).toBe('One two.');
      expect(samples.textIn(streamOf(request))).toBe('One two.');
    });

    it.each(samples.requests)('ends a stream exactly once: %j', (request) => {
      expect(samples.endsIn(streamOf(request))).toBe(1);
    });

    it.each(samples.requests)(
      'tells a fault in its dialect, and does not end as if all were well: %j',
      (request) => {
        const encoder = adapter.openStream(askedOf(request), aContext());
        const frames = encoder.chunk(CHUNKS[0]!) + encoder.fault(new InternalError('It broke.'));
        expect(samples.tellsFault(frames, 'It broke.')).toBe(true);
        expect(samples.endsIn(frames)).toBe(0);
      },
    );

    it.each<GenerateContentResponse>([
      {},
      { candidates: [] },
      { candidates: [{}] },
      { candidates: [{ content: { parts: [{}] } }] },
      { promptFeedback: { blockReason: 'OTHER' } },
      { candidates: [{ content: { parts: [{ functionCall: {} }] }, finishReason: 'NEW_REASON' }] },
    ])('has something to say about any reply: %j', (reply) => {
      const asked = askedOf(samples.requests[0]!);
      expect(() => adapter.toResponse([reply], asked, aContext())).not.toThrow();
      const encoder = adapter.openStream(asked, aContext());
      expect(samples.endsIn(encoder.chunk(reply) + encoder.end())).toBe(1);
    });
  });
}
