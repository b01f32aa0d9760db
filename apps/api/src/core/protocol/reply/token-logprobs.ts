import type { LogprobsResult, TokenLogprob } from '../../gemini/reply/generate-content-response';

/** How likely each token of an answer was, as OpenAI's dialects tell it. */
export interface TokenLogprobs extends TokenChance {
  readonly top_logprobs: readonly TokenChance[];
}

export interface TokenChance {
  readonly token: string;
  readonly logprob: number;
  /** UTF-8. */
  readonly bytes: readonly number[];
}

/** Undefined where upstream gave none. */
export function toTokenLogprobs(result: LogprobsResult | undefined): readonly TokenLogprobs[] | undefined {
  const chosen = result?.chosenCandidates;
  if (!Array.isArray(chosen)) return undefined;
  return (chosen as readonly TokenLogprob[]).map((token, position) => ({
    ...toTokenChance(token),
    top_logprobs: (result?.topCandidates?.[position]?.candidates ?? []).map(toTokenChance),
  }));
}

function toTokenChance({ token = '', logProbability = 0 }: TokenLogprob): TokenChance {
  return { token, logprob: logProbability, bytes: [...Buffer.from(token)] };
}
