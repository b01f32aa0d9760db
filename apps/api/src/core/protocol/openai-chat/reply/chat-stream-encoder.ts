import type { GatewayError } from '../../../gateway-error';
import type { Candidate, GenerateContentResponse } from '../../../gemini/reply/generate-content-response';
import type { UsageMetadata } from '../../../gemini/reply/usage';
import type { AdaptContext, GivenSignature, StreamEncoder } from '../../protocol-adapter';
import { refusalOf } from '../../reply/refusal';
import { ReplyCalls } from '../../reply/reply-calls';
import { openaiErrorBody } from '../error-body';
import type { ChatAsked } from './chat-asked';
import type { ChatFinishReason, MessageDelta } from './chat-completion';
import { toChoiceLogprobs } from './choice-logprobs';
import { ChoiceReader } from './choice-reader';
import { toCompletionUsage } from './completion-usage';

/** Writes a stream of chat completion chunks: the role first, every part, one finish for each choice, the usage if asked for. */
export class ChatStreamEncoder implements StreamEncoder {
  readonly #head: string;
  readonly #tail: string;
  readonly #calls: ReplyCalls;
  readonly #choices = new Map<number, ChoiceReader>();
  /** Choices whose role has been told. */
  readonly #begun = new Set<number>();
  readonly #refused = new Set<number>();
  readonly #usages: (UsageMetadata | undefined)[] = [];

  constructor(
    private readonly asked: ChatAsked,
    context: AdaptContext,
  ) {
    const id = context.newId('chatcmpl-');
    const head = { id, object: 'chat.completion.chunk', created: context.createdAtS, model: asked.model };
    this.#head = `data: ${JSON.stringify(head).slice(0, -1)},"choices":[`;
    this.#tail = asked.includesUsage ? '],"usage":null}\n\n' : ']}\n\n';
    this.#calls = new ReplyCalls(asked, context);
  }

  get signatures(): readonly GivenSignature[] {
    return this.#calls.signatures;
  }

  chunk(chunk: GenerateContentResponse, reply = 0): string {
    if (chunk.usageMetadata) this.#usages[reply] = chunk.usageMetadata;
    const candidates = chunk.candidates ?? [];
    if (candidates.length === 0) return this.#refuse(chunk, reply);
    let frames = '';
    for (let position = 0; position < candidates.length; position += 1) {
      const candidate = candidates[position]!;
      frames += this.#candidate(reply + (candidate.index ?? position), candidate);
    }
    return frames;
  }

  end(): string {
    let frames = '';
    const indexes = new Set([...this.#choices.keys(), ...this.#refused]);
    for (const index of [...(indexes.size === 0 ? [0] : indexes)].sort((one, other) => one - other)) {
      const reader = this.#choices.get(index);
      for (const delta of reader?.end() ?? []) frames += this.#frame(index, delta);
      const finish = this.#refused.has(index) ? 'content_filter' : (reader?.finishReason ?? 'stop');
      frames += this.#frame(index, {}, finish);
    }
    if (this.asked.includesUsage) {
      frames += `${this.#head}],"usage":${JSON.stringify(toCompletionUsage(this.#usages))}}\n\n`;
    }
    return `${frames}data: [DONE]\n\n`;
  }

  fault(error: GatewayError): string {
    return `data: ${JSON.stringify(openaiErrorBody(error))}\n\n`;
  }

  #refuse(chunk: GenerateContentResponse, index: number): string {
    const refusal = refusalOf(chunk);
    if (refusal === undefined) return '';
    this.#refused.add(index);
    return this.#frame(index, { refusal });
  }

  #candidate(index: number, candidate: Candidate): string {
    let reader = this.#choices.get(index);
    if (reader === undefined) {
      reader = new ChoiceReader(this.#calls, this.asked);
      this.#choices.set(index, reader);
    }
    const deltas = reader.read(candidate);
    const logprobs = candidate.logprobsResult && toChoiceLogprobs(candidate.logprobsResult);
    if (logprobs !== undefined && deltas.length === 0) deltas.push({});
    let extra = logprobs === undefined ? '' : `,"logprobs":${JSON.stringify(logprobs)}`;
    let frames = '';
    for (const delta of deltas) {
      frames += this.#frame(index, delta, null, extra);
      extra = '';
    }
    return frames;
  }

  #frame(index: number, delta: MessageDelta, finish: ChatFinishReason | null = null, extra = ''): string {
    let frames = '';
    if (!this.#begun.has(index)) {
      this.#begun.add(index);
      frames = this.#write(index, '{"role":"assistant","content":""}', 'null', '');
    }
    const reason = finish === null ? 'null' : `"${finish}"`;
    return frames + this.#write(index, JSON.stringify(delta), reason, extra);
  }

  #write(index: number, delta: string, finish: string, extra: string): string {
    return `${this.#head}{"index":${index},"delta":${delta}${extra},"finish_reason":${finish}}${this.#tail}`;
  }
}
