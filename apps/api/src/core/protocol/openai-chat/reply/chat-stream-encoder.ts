import type { GatewayError } from '../../../gateway-error';
import type { Candidate, GenerateContentResponse } from '../../../gemini/generate-content-response';
import type { UsageMetadata } from '../../../gemini/usage';
import type { AdaptContext, GivenSignature, StreamEncoder } from '../../protocol-adapter';
import { openaiErrorBody } from '../error-body';
import type { ChatAsked } from './chat-asked';
import type { ChatFinishReason, MessageDelta } from './chat-completion';
import { toChoiceLogprobs } from './choice-logprobs';
import { ChoiceReader } from './choice-reader';
import { toCompletionUsage } from './completion-usage';
import { refusalOf } from './refusal';
import { ReplyCalls } from './reply-calls';

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
    let frames = '';
    chunk.candidates?.forEach((candidate, position) => {
      frames += this.#candidate(reply + (candidate.index ?? position), candidate);
    });
    const refusal = chunk.candidates?.length ? undefined : refusalOf(chunk);
    if (refusal !== undefined) {
      this.#refused.add(reply);
      frames += this.#frame(reply, { refusal });
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

  #candidate(index: number, candidate: Candidate): string {
    let reader = this.#choices.get(index);
    if (reader === undefined) {
      reader = new ChoiceReader(this.#calls, this.asked);
      this.#choices.set(index, reader);
    }
    const deltas = reader.read(candidate);
    const logprobs = candidate.logprobsResult && toChoiceLogprobs(candidate.logprobsResult);
    if (logprobs !== undefined && deltas.length === 0) deltas.push({});
    let frames = '';
    deltas.forEach((delta, position) => {
      const extra = logprobs !== undefined && position === 0 ? `,"logprobs":${JSON.stringify(logprobs)}` : '';
      frames += this.#frame(index, delta, null, extra);
    });
    return frames;
  }

  #frame(index: number, delta: MessageDelta, finish: ChatFinishReason | null = null, extra = ''): string {
    let frames = '';
    if (!this.#begun.has(index)) {
      this.#begun.add(index);
      frames = this.#write(index, '{"role":"assistant","content":""}', 'null', '');
    }
    return frames + this.#write(index, JSON.stringify(delta), JSON.stringify(finish), extra);
  }

  #write(index: number, delta: string, finish: string, extra: string): string {
    return `${this.#head}{"index":${index},"delta":${delta}${extra},"finish_reason":${finish}}${this.#tail}`;
  }
}
