import { type PlainAlteration, sourceLinks } from '../../core/gateway/chunks/altered-chunks';
import type { ModelFeatures } from '../../core/gemini/models/model-features';
import { forwardedHeaders } from '../../core/gemini/native/forwarded-request';
import { hasAdditions, type NativeAdditions, withAdditions } from '../../core/gemini/native/native-additions';
import { fieldOf, withField } from '../../core/gemini/native/native-fields';
import type { NativeVerb } from '../../core/gemini/native/native-verbs';
import { checkEnvelope } from '../../core/gemini/native/request-envelope';
import { toJsonBytes } from '../../core/json-bytes';
import { isJsonObject, type JsonObject } from '../../core/json-object';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { RequestBodies } from '../gateway/request-bodies';

const WHOLE_REQUEST = 'generateContentRequest';

/** A body for upstream, and the client's headers that go with it. */
export interface NativeRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** What becomes of the answer; absent where the client gets it as it comes. */
  readonly alter?: (() => PlainAlteration) | undefined;
}

/** What else becomes of a request where upstream is another than the Gemini API. */
export interface Adaptation {
  readonly adapt: (request: JsonObject) => JsonObject;
  /** Larger bodies go as they came. */
  readonly largestBytes: number;
}

/** Reads the bodies of native calls: bytes that are sent on as they came, unless something is to be added to them. */
export class NativeRequests {
  constructor(
    private readonly bodies: RequestBodies,
    private readonly additions: () => NativeAdditions,
    /** SHOW_SEARCH_LINK */
    private readonly showsSources: () => boolean,
  ) {}

  /** @throws InvalidRequestError and what reading a body throws */
  async read(
    exchange: ClientExchange,
    { check, expects, counts }: NativeVerb,
    features: ModelFeatures,
    adaptation?: Adaptation,
  ): Promise<NativeRequest> {
    const additions = this.additions();
    const headers = forwardedHeaders(exchange.request.headers);
    const isAboutAnswer = expects === 'answer' || counts === true;
    if (!isAboutAnswer || !hasAdditions(features, additions)) {
      const body = await this.bodies.read(exchange);
      const request = checkEnvelope(body, headers['content-encoding'], check, adaptation?.largestBytes);
      if (adaptation === undefined || request === undefined) return { body, headers };
      return { body: written(request, adaptation.adapt(request), body), headers };
    }
    const body = await this.bodies.readDecoded(exchange);
    const request = checkEnvelope(body, undefined, check, Infinity)!;
    const whole = counts
      ? countedRequest(request, features, additions)
      : withAdditions(request, features, additions);
    const { 'content-encoding': _, ...plainHeaders } = headers;
    return {
      body: written(request, adaptation?.adapt(whole) ?? whole, body),
      headers: plainHeaders,
      alter: this.#alterationFor(features, request),
    };
  }

  /** Sources are listed in answers of models that search, but not within JSON. */
  #alterationFor({ isSearching }: ModelFeatures, request: JsonObject): (() => PlainAlteration) | undefined {
    const form = fieldOf(fieldOf(request, 'generationConfig'), 'responseMimeType');
    return isSearching && form !== 'application/json' && this.showsSources() ? sourceLinks : undefined;
  }
}

/** Nothing can be added to contents alone, which is what they cost; a whole request names its model. */
function countedRequest(
  request: JsonObject,
  features: ModelFeatures,
  additions: NativeAdditions,
): JsonObject {
  const whole = fieldOf(request, WHOLE_REQUEST);
  if (!isJsonObject(whole)) return request;
  const named = features.variant === undefined ? whole : { ...whole, model: `models/${features.model}` };
  return withField(request, WHOLE_REQUEST, withAdditions(named, features, additions));
}

function written(before: JsonObject, after: JsonObject, body: Buffer): Buffer {
  return after === before ? body : toJsonBytes(after);
}
