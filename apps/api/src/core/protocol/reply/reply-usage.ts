import { modalityTokens, type TokenUsage, toTokenUsage, type UsageMetadata } from '../../gemini/reply/usage';

/** Token counts of an answer; whole numbers, 0 where upstream tells none. */
export interface ReplyUsage extends TokenUsage {
  /** Part of `inputTokens`. */
  readonly inputAudioTokens: number;
  /** Part of `outputTokens`. */
  readonly outputAudioTokens: number;
}

/** The usage of all replies to one request: the prompt is the same in each of them and counts once. */
export function toReplyUsage(replies: readonly (UsageMetadata | undefined)[]): ReplyUsage {
  let [inputTokens, cachedTokens, inputAudioTokens] = [0, 0, 0];
  let [outputTokens, thinkingTokens, outputAudioTokens] = [0, 0, 0];
  for (const reply of replies) {
    if (reply === undefined) continue;
    const usage = toTokenUsage(reply);
    inputTokens = Math.max(inputTokens, usage.inputTokens);
    cachedTokens = Math.max(cachedTokens, usage.cachedTokens);
    inputAudioTokens = Math.max(inputAudioTokens, modalityTokens(reply['promptTokensDetails'], 'AUDIO'));
    outputTokens += usage.outputTokens;
    thinkingTokens += usage.thinkingTokens;
    outputAudioTokens += modalityTokens(reply['candidatesTokensDetails'], 'AUDIO');
  }
  return { inputTokens, cachedTokens, inputAudioTokens, outputTokens, thinkingTokens, outputAudioTokens };
}
