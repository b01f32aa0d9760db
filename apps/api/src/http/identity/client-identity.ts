/** Who presented a valid client token. */
export interface ClientIdentity {
  /** The token's id; 0 for the admin token. */
  readonly id: number;
  readonly name: string;
  readonly isAdmin: boolean;
  /** Whether the token may use a model; absent where it may use all. */
  readonly mayUse?: (model: string) => boolean;
  /** Holds the token to its limits; absent where it has none. */
  readonly meter?: ClientMeter;
}

/** Knows the client tokens. */
export interface ClientDirectory {
  /** The owner of a token; undefined for a token that is unknown, expired or switched off. */
  identify(presented: string): ClientIdentity | undefined;
}

/** How much of a limit is left. */
export interface LimitStanding {
  readonly limit: number;
  readonly remaining: number;
  /** When all of it is there again. */
  readonly resetsAtMs: number;
}

/** The limits of a token, each with the one of minute and day of which less is left. */
export interface MeterStanding {
  readonly requests: LimitStanding | undefined;
  /** Input and output together. */
  readonly tokens: LimitStanding | undefined;
}

/** Why a request is over a limit. */
export interface OverLimit {
  readonly unit: 'requests' | 'tokens';
  readonly per: 'minute' | 'day';
  readonly limit: number;
  readonly retryAtMs: number;
}

/** Counts what a token uses against its limits. Costs the same whatever was used. */
export interface ClientMeter {
  /** Counts a request, unless it is over a limit: then it is not counted, and the reason is returned. */
  admit(): OverLimit | undefined;
  standing(): MeterStanding;
}
