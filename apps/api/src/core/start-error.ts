/** Stops the start. Its message is one clear sentence for the operator and all that is printed: no stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
