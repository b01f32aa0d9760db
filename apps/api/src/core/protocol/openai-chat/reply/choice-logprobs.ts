import type { LogprobsResult, TokenLogprob } from '../../../gemini/generate-content-response';
import type { ChoiceLogprobs, TokenChance } from './chat-completion';

/** Undefined where upstream gave none. */
export function toChoiceLogprobs(result: LogprobsResult | undefined): ChoiceLogprobs | undefined {
  const chosen = result?.chosenCandidates;
  if (!Array.isArray(chosen)) return undefined;
  const content = (chosen as readonly TokenLogprob[]).map((token, position) => ({
    ...toTokenChance(token),
    top_logprobs: (result?.topCandidates?.[position]?.candidates ?? []).map(toTokenChance),
  }));
  return { content, refusal: null };
}

function toTokenChance({ token = '', logProbability = 0 }: TokenLogprob): TokenChance {
  return { token, logprob: logProbability, bytes: [...Buffer.from(token)] };
}
