import type { ModelFeatures } from '../gemini/model-features';
import { parseJsonBody } from '../json-body';
import type { Asked, Need, ProtocolAdapter, Resolved, Translation } from '../protocol/protocol-adapter';

/** The upstream requests of one client request, ready to be sent. */
export interface SerialisedTranslation {
  readonly bodies: readonly Buffer[];
  /** See `Translation.changes`. */
  readonly changes: readonly string[];
}

/** There at once on this thread, and later from another one: a promise costs every small request something. */
type Awaitable<Value> = Value | Promise<Value>;

/** A client's request that was read and waits to be translated, on this thread or on another one. */
export interface OpenedRequest<Question extends Asked = Asked> {
  readonly asked: Question;
  readonly needs: readonly Need[];
  /** @throws InvalidRequestError */
  translate(resolved: Resolved, features: ModelFeatures): Awaitable<SerialisedTranslation>;
  /** See `ProtocolAdapter.repair`. */
  repair(resolved: Resolved, features: ModelFeatures): Awaitable<SerialisedTranslation | undefined>;
  /** Forgets the request. */
  close(): void;
}

/** Reads a body on this thread. @throws InvalidRequestError */
export function openHere<Request, Question extends Asked, Body>(
  adapter: ProtocolAdapter<Request, Question, Body>,
  body: Buffer,
): OpenedRequest<Question> {
  const request = adapter.parse(parseJsonBody(body));
  return {
    asked: adapter.asked(request),
    needs: adapter.needs(request),
    translate: (resolved, features) => serialised(adapter.toUpstream(request, resolved, features)),
    repair: (resolved, features) => {
      const translation = adapter.repair?.(request, resolved, features);
      return translation && serialised(translation);
    },
    close: () => undefined,
  };
}

function serialised({ requests, changes }: Translation): SerialisedTranslation {
  return { bodies: requests.map((request) => Buffer.from(JSON.stringify(request))), changes };
}
