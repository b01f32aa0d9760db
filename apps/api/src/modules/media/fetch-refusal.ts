/** Why something is not fetched: the end of a sentence, fit for the client who named the address. */
export class FetchRefusal extends Error {
  override readonly name = 'FetchRefusal';
}
