/** Something that goes wrong, or differently, on purpose. Names of fixtures are those of `loadErrorFixtures()`. */
export type Fault = ExchangeFault | ReplyFault | AnswerFault | StreamFault | ByteFault;

/** Before anything is answered. */
export type ExchangeFault =
  /** Waits before the response headers. */
  | { readonly kind: 'latency'; readonly ms: number }
  /** TCP reset: `connect` before the body is read, `headers` after it, or after so many bytes of the reply's body. */
  | { readonly kind: 'reset'; readonly at: 'connect' | 'headers' | { readonly bytes: number } };

/** In place of the answer; keys and quotas are not asked. */
export type ReplyFault =
  /** An error or reply fixture, byte for byte. */
  | { readonly kind: 'error'; readonly fixture: string }
  /** 200 with nothing in it. */
  | { readonly kind: 'empty' }
  /** 200 with a web page. */
  | { readonly kind: 'html' };

/** Changes what the model says; also of use without a stream. */
export type AnswerFault =
  /** `promptFeedback.blockReason` and no candidates. */
  | { readonly kind: 'blocked-prompt'; readonly reason?: string }
  /** One candidate without parts; `STOP` unless a reason is given. */
  | { readonly kind: 'empty-candidate'; readonly finishReason?: string }
  | { readonly kind: 'no-candidates' }
  /** The finish reason on `each` event, on `none`, or another one than the answer's. */
  | { readonly kind: 'finish-reason'; readonly on?: 'each' | 'last' | 'none'; readonly reason?: string }
  /** Usage on the `last` event only, or on `none`. */
  | { readonly kind: 'usage'; readonly on: 'last' | 'none' }
  /** One event (or the whole reply) whose line has at least so many bytes. */
  | { readonly kind: 'giant-line'; readonly bytes: number }
  /** Gemini 4: the answer comes in `hops` further requests with `continuationToken`. */
  | { readonly kind: 'continuation'; readonly hops: number }
  /** A reply that is sent whole comes inside a JSON array. */
  | { readonly kind: 'array' };

/** Only of use on a stream; nothing happens on other replies. */
export type StreamFault =
  /** 200, and then the error is the first event. */
  | { readonly kind: 'first-event-error'; readonly fixture: string }
  /** The error after good events: as a `data:` event, as `bare` JSON, or bare and `glued` to the event before. */
  | {
      readonly kind: 'mid-stream-error';
      readonly fixture: string;
      readonly afterEvents: number;
      readonly form?: 'data' | 'bare' | 'glued';
    }
  | { readonly kind: 'line-ending'; readonly ending: 'crlf' | 'lf' | 'cr' }
  /** How many events a text has, and the milliseconds between them. */
  | { readonly kind: 'pace'; readonly events: number; readonly eventDelayMs: number };

/** On the bytes of whatever is answered, errors included. */
export type ByteFault =
  /** Falls silent, for `ms` or until the other side leaves. Whole replies count as one event. */
  | {
      readonly kind: 'stall';
      readonly afterBytes?: number;
      readonly afterEvents?: number;
      readonly ms?: number;
    }
  /** Ends after so many bytes of the body; `isClean` as if that were all, else the connection breaks. */
  | { readonly kind: 'cut'; readonly atByte: number; readonly isClean?: boolean }
  /** Writes of so many bytes each, regardless of events and characters. */
  | { readonly kind: 'split-characters'; readonly size: number };

export type FaultKind = Fault['kind'];

/** The fault of that kind among them, if there is one. */
export function faultOf<Kind extends FaultKind>(
  faults: readonly Fault[],
  kind: Kind,
): Extract<Fault, { kind: Kind }> | undefined {
  return faults.find((fault): fault is Extract<Fault, { kind: Kind }> => fault.kind === kind);
}
