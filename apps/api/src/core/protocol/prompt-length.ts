/** What upstream says when a prompt does not fit into the model: the numbers are those of tokens. */
const TOO_LONG = /token count (?:\((\d+)\) )?.*exceeds|exceeds the maximum number of(?: input)? tokens/i;
const LIMIT = /tokens allowed \((\d+)\)/i;

/** Whether a refusal of upstream is about a prompt that does not fit into the model. */
export function isPromptTooLong(message: string): boolean {
  return TOO_LONG.test(message);
}

/** How long the prompt is and how long it may be, in tokens, where the refusal tells both. */
export function promptLengths(
  message: string,
): { readonly tokens: string; readonly most: string } | undefined {
  const tokens = TOO_LONG.exec(message)?.[1];
  const most = LIMIT.exec(message)?.[1];
  return tokens === undefined || most === undefined ? undefined : { tokens, most };
}
