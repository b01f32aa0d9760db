/** What upstream said when it refused. Kept for the client's error body and the attempt log; holds no key. */
export interface UpstreamError {
  /** HTTP status of the reply, or the `code` of an error that arrived inside a stream. */
  readonly status: number;
  /** The RPC status, such as `RESOURCE_EXHAUSTED`; absent where upstream gave none. */
  readonly rpcStatus?: string;
  readonly message: string;
  /** `google.rpc.*` details as they came; empty where there were none. */
  readonly details: readonly ErrorDetail[];
  /** `projects/123` or `123`, where the body names the project that owns the key. */
  readonly project?: string;
}

export type ErrorDetail = Readonly<Record<string, unknown>>;

/** Why nothing readable came back from the network. */
export type NetworkFailure =
  'refused' | 'dns' | 'tls' | 'reset' | 'connect_timeout' | 'first_byte_timeout' | 'idle_timeout' | 'egress';

type Refused<Kind extends string, Extra = unknown> = {
  readonly kind: Kind;
  readonly error: UpstreamError;
} & Extra;

/**
 * What an attempt proved: one kind for each distinct reaction.
 * The rows are those of the classification table in docs/protocol-notes.md.
 */
export type Outcome =
  /** A reply that is an answer, also when it was blocked, cut at a token limit or stopped for safety (rows 27, 29, 30). */
  | { readonly kind: 'ok' }
  /** The client went away, or upstream says so (rows 22, 32). */
  | { readonly kind: 'client_left' }
  | Refused<'invalid_key'> //           row 1   the key is dead
  | Refused<'unauthenticated_key'> //   row 2   the credential is of the wrong kind
  | Refused<'double_credentials'> //    row 3   a mistake of this gateway
  | Refused<'leaked_key'> //            row 4   dead for good
  | Refused<'project_suspended'> //     row 5   all keys of the project are dead for good
  | Refused<'misconfigured_key'> //     row 6   service disabled, billing disabled, key restricted
  | Refused<'resource_denied'> //       row 7   the resource belongs to another project
  | Refused<'location_unsupported'> //  row 8   the egress address is in the wrong country
  | Refused<'tier_unsupported'> //      row 9   the free tier lacks the feature
  | Refused<'invalid_request'> //       row 10  the client's mistake
  | Refused<'signature_rejected'> //    row 11  thought signature missing or corrupted
  | Refused<'model_not_found'> //       row 12  unknown for everybody
  | Refused<'model_closed'> //          row 13  not open to this project any more
  | Refused<'rate_limited', { readonly retryAfterMs?: number }> //        row 14  per minute
  | Refused<'quota_exhausted'> //       row 15  per day
  | Refused<'input_tokens_limited', { readonly retryAfterMs?: number; readonly limitTokens?: number }> // row 16
  | Refused<'not_entitled'> //          row 17  the limit is 0 for this model
  | Refused<'project_quota_zero'> //    row 18  the limit is 0 for the whole project
  | Refused<'credits_depleted'> //      row 19  prepaid credits or spend cap used up
  | Refused<'spend_limited'> //         row 20  spending too fast
  | Refused<'capacity_exhausted'> //    row 21  shared capacity, nobody's quota
  | Refused<'upstream_failed'> //       row 23  500, or any reply that no other row explains
  | Refused<'overloaded'> //            row 24  503
  | Refused<'deadline_exceeded'> //     row 25  504
  | Refused<'network_failed', { readonly failure: NetworkFailure }> //    row 26
  /** 200 without an answer: no parts, no candidates, a malformed call, a body that is not JSON (row 28). */
  | Refused<'empty_reply'>
  /** The reply ended before it was complete: no finish reason, or a connection lost midway (rows 28, 31). */
  | Refused<'truncated'>;

export type OutcomeKind = Outcome['kind'];

/** The outcome of one kind, for functions that take only that. */
export type OutcomeOf<Kind extends OutcomeKind> = Extract<Outcome, { kind: Kind }>;
