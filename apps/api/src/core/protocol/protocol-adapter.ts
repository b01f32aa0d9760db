import type { GatewayError } from '../gateway-error';
import type { ModelFeatures } from '../gemini/models/model-features';
import type { GenerateContentResponse } from '../gemini/reply/generate-content-response';
import type { GenerateContentRequest } from '../gemini/request/generate-content-request';

/** One call of a conversation. Upstream's ids come again in other conversations, so that an id alone names none. */
export interface CallKey {
  readonly callId: string;
  /** Names the function and its arguments (`conversation/call-digest`). */
  readonly digest: string;
}

/** Something that has to be fetched before a request can be translated. */
export type Need =
  /** A picture, sound or document behind a web address. */
  | { readonly kind: 'media'; readonly url: string }
  /** The same where an earlier answer shows it: for models that make pictures, and not missed where it cannot be had. */
  | { readonly kind: 'shown-picture'; readonly url: string }
  /** The thought signature that upstream gave with a tool call. */
  | ({ readonly kind: 'signature' } & CallKey)
  /** The key that upstream keeps something for: `files/…`, `cachedContents/…`. */
  | { readonly kind: 'owner'; readonly name: string };

/** What was fetched, by URL and by the text of a call's key; what could not be had is absent. */
export interface Resolved {
  readonly media: ReadonlyMap<string, { readonly mimeType: string; readonly base64: string }>;
  readonly signatures: ReadonlyMap<string, string>;
  /** Why media could not be had, by URL: the end of a sentence. */
  readonly mediaFailures?: ReadonlyMap<string, string>;
}

/** What a translation needs of the world: injected, so that fixtures are compared whole. */
export interface AdaptContext {
  /** A new identifier with the prefix: `chatcmpl-…`. */
  newId(prefix: string): string;
  /** Seconds since the Unix epoch. */
  readonly createdAtS: number;
}

/** A signature that upstream gave with a tool call, to be kept for the client's next turn. */
export interface GivenSignature extends CallKey {
  readonly signature: string;
}

/** What of a request its reply depends on: small and plain, so that it can cross from one thread to another. */
export interface Asked {
  /** The model as the client named it. */
  readonly model: string;
  readonly isStream: boolean;
  /** Tells the conversation from others of the same client (`conversation/call-digest`). */
  readonly thread: string;
}

/** A whole reply in the client's dialect. */
export interface Answer<Body> {
  readonly body: Body;
  readonly signatures: readonly GivenSignature[];
}

/** Turns upstream's chunks into frames of the client's dialect. After `end` or `fault` nothing more comes. */
export interface StreamEncoder {
  /** Empty where the chunk tells the client nothing. `reply` counts the upstream requests of one translation, from 0. */
  chunk(chunk: GenerateContentResponse, reply?: number): string;
  end(): string;
  fault(error: GatewayError): string;
  /** What shows that a silent stream is alive; absent where that is a comment. */
  keepAlive?(): string;
  /** The signatures seen so far. */
  readonly signatures: readonly GivenSignature[];
}

/** The upstream requests of one client request, and what of it upstream does not take. */
export interface Translation {
  /** One, or several that are answered side by side for `n` above 1. */
  readonly requests: readonly GenerateContentRequest[];
  /** What was changed so that upstream takes it, in words for a header and the log; never a value. */
  readonly changes: readonly string[];
}

/**
 * The pure translation of one protocol to and from the pivot, which is Gemini's own wire form.
 * It never changes what it is given.
 */
export interface ProtocolAdapter<Request, Question extends Asked, Body> {
  /** Checks the envelope; unknown fields pass. @throws InvalidRequestError naming the field */
  parse(body: unknown): Request;
  needs(request: Request): readonly Need[];
  /** @throws InvalidRequestError */
  toUpstream(request: Request, resolved: Resolved, features: ModelFeatures): Translation;
  /** After upstream refused a signature: the same with placeholders; undefined where nothing can be mended. */
  repair?(request: Request, resolved: Resolved, features: ModelFeatures): Translation | undefined;
  asked(request: Request): Question;
  /** One reply for each upstream request, in order. */
  toResponse(
    replies: readonly GenerateContentResponse[],
    asked: Question,
    context: AdaptContext,
  ): Answer<Body>;
  openStream(asked: Question, context: AdaptContext): StreamEncoder;
  /** For dialects whose requests go on from answers that the gateway keeps: what of a request is kept with its answer, as JSON. */
  record?(request: Request): unknown;
  /** The same request, going on from what was kept: JSON in a form that the adapter tells. */
  recall?(request: Request, earlier: unknown): Request;
}
