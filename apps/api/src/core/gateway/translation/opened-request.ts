import type { ModelFeatures } from '../../gemini/models/model-features';
import { parseJsonBody } from '../../json-body';
import type { Asked, Need, ProtocolAdapter, Resolved, Translation } from '../../protocol/protocol-adapter';

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
  /** What of it is kept with its answer, as JSON; undefined in dialects that keep nothing. */
  record(): Awaitable<Buffer | undefined>;
  /** The same request, going on from what was kept of earlier ones. */
  recall(earlier: Buffer): Awaitable<OpenedRequest<Question>>;
  /** Forgets the request. */
  close(): void;
}

/** Reads a body on this thread. @throws InvalidRequestError */
export function openHere<Request, Question extends Asked, Body>(
  adapter: ProtocolAdapter<Request, Question, Body>,
  body: Buffer,
): OpenedRequest<Question> {
  return opened(adapter, adapter.parse(parseJsonBody(body)));
}

function opened<Request, Question extends Asked, Body>(
  adapter: ProtocolAdapter<Request, Question, Body>,
  request: Request,
): OpenedRequest<Question> {
  return {
    asked: adapter.asked(request),
    needs: adapter.needs(request),
    translate: (resolved, features) => serialised(adapter.toUpstream(request, resolved, features)),
    repair: (resolved, features) => {
      const translation = adapter.repair?.(request, resolved, features);
      return translation && serialised(translation);
    },
    record: () => {
      const record = adapter.record?.(request);
      return record === undefined ? undefined : Buffer.from(JSON.stringify(record));
    },
    recall: (earlier) =>
      opened(adapter, adapter.recall?.(request, JSON.parse(earlier.toString('utf8'))) ?? request),
    close: () => undefined,
  };
}

function serialised({ requests, changes }: Translation): SerialisedTranslation {
  return { bodies: requests.map((request) => Buffer.from(JSON.stringify(request))), changes };
}
