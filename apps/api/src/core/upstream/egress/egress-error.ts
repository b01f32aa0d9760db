/** The egress proxy could not be reached, or did not open a way to upstream. The message names no credential. */
export class EgressError extends Error {
  override readonly name = 'EgressError';

  constructor(reason: string) {
    super(`The egress proxy failed: ${reason}.`);
  }
}
