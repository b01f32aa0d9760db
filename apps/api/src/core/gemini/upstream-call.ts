import type { Readable } from 'node:stream';

/** How the reply is framed: one JSON body, server-sent events, a streamed JSON array, or bytes of no known form. */
export type ReplyForm = 'unary' | 'sse' | 'json-array' | 'opaque';

/** A scope a key can rest for: a model name without `models/`, or `*` for everything. */
export type Scope = string;

/** One serialised, key-free request to upstream. */
export interface UpstreamCall {
  readonly method: string;
  /** Path and query below the upstream origin, such as `/v1beta/models/gemini-x:generateContent`; never a credential. */
  readonly path: string;
  /** Lower-case names; without credential, host, connection and content-length. */
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is sent as it comes, and so only once: by a call that is not repeated. */
  readonly body: Buffer | Readable | undefined;
  readonly replyForm: ReplyForm;
  /** What a refusal of this call may make the key rest for. */
  readonly scope: Scope;
  /** Whether the reply is a GenerateContentResponse, which has to hold an answer (rows 27–30), or any JSON. */
  readonly expects: 'answer' | 'json' | 'anything';
  /** Scheme and host, where upstream has named others for this call than those it is reached by. */
  readonly origin?: string;
}
