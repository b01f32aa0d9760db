/** Who presented a valid client token. */
export interface ClientIdentity {
  /** The token's id; 0 for the admin token. */
  readonly id: number;
  readonly name: string;
  readonly isAdmin: boolean;
}

/** Knows the client tokens. */
export interface ClientDirectory {
  /** The owner of a token; undefined for a token that is unknown, expired or switched off. */
  identify(presented: string): ClientIdentity | undefined;
}
