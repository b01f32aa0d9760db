import type { Cancellation } from '../../core/cancellation';
import { ClientLeftError, type GatewayError } from '../../core/gateway-error';
import type { ChunkTarget } from '../../core/gateway/chunks/chunk-target';
import { CollectedChunks } from '../../core/gateway/chunks/collected-chunks';
import type { Dispatch, Dispatcher } from '../../core/gateway/dispatch/dispatcher';
import { UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import { generate, type Generation, type GenerationResult } from '../../core/gateway/translation/generate';
import type { GenerateContentResponse } from '../../core/gemini/reply/generate-content-response';
import { joinReplies } from '../../core/gemini/reply/join-replies';
import { addTokenUsage } from '../../core/gemini/reply/usage';
import type { GenerateContentRequest } from '../../core/gemini/request/generate-content-request';
import { toJsonBytes } from '../../core/json-bytes';
import { isJsonObject, type JsonObject } from '../../core/json-object';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { requireModel } from '../../http/identity/require-model';

/** What upstream is asked on behalf of a client. */
export interface ReadCall<Body> extends Pick<Dispatch, 'pinnedTo'> {
  /** The bare name. */
  readonly model: string;
  /** As the client named the model, where that is another name. */
  readonly askedAs?: string;
  /** Bytes are sent as they are. */
  readonly body: Body | Buffer;
  readonly pool: KeyPool;
  readonly isModelListed: boolean;
  /** In place of the client's leaving, which it has to follow. */
  readonly cancellation?: Cancellation;
}

/** A reply that was cut after its first megabyte is asked for again as often as this: the client has got none of it. */
const MOST_CUTS = 3;

/**
 * Calls whose replies the gateway itself reads to make its own answer: several for one client, if need be. What they cost
 * is noted in the facts of the exchange, added up.
 */
export class ReadCalls {
  constructor(
    private readonly dispatcher: Pick<Dispatcher, 'dispatch'>,
    /** The API version of upstream's paths. */
    private readonly apiVersion: () => string,
  ) {}

  /** The whole reply of `generateContent`. @throws GatewayError */
  async generate(
    exchange: ClientExchange,
    call: ReadCall<GenerateContentRequest>,
  ): Promise<GenerateContentResponse> {
    return this.#uncut(exchange, call, async () => {
      const chunks: GenerateContentResponse[] = [];
      const generation = this.#generation(exchange, call, 'unary');
      const result = await generate(this.dispatcher, generation, new CollectedChunks(chunks));
      return { ...result, value: () => joinReplies(chunks) };
    });
  }

  /** Hands the chunks of `streamGenerateContent` to the target as they come. @throws GatewayError */
  async stream(
    exchange: ClientExchange,
    call: ReadCall<GenerateContentRequest>,
    target: ChunkTarget,
  ): Promise<void> {
    const result = await generate(this.dispatcher, this.#generation(exchange, call, 'sse'), target);
    settle(exchange, call, result);
  }

  /** The JSON object that a method other than these two answers with. @throws GatewayError */
  async json(exchange: ClientExchange, method: string, call: ReadCall<unknown>): Promise<JsonObject> {
    return this.#uncut(exchange, call, async () => {
      const sink = new CollectedReply();
      const result = await this.dispatcher.dispatch({
        ...dispatchOf(exchange, call),
        sink,
        call: { ...this.#call(call, method), expects: 'json', replyForm: 'unary' },
      });
      return { ...result, value: () => parsed(sink.body) };
    });
  }

  async #uncut<Value>(
    exchange: ClientExchange,
    call: ReadCall<unknown>,
    ask: () => Promise<GenerationResult & { value: () => Value }>,
  ): Promise<Value> {
    for (let cuts = 0; ; cuts++) {
      const result = await ask();
      const isLast = result.fault?.code !== 'truncated' || cuts === MOST_CUTS;
      settle(exchange, call, isLast ? result : { ...result, fault: undefined });
      if (isLast) return result.value();
    }
  }

  #generation(
    exchange: ClientExchange,
    call: ReadCall<GenerateContentRequest>,
    replyForm: 'unary' | 'sse',
  ): Generation {
    const method = replyForm === 'sse' ? 'streamGenerateContent?alt=sse' : 'generateContent';
    return {
      ...dispatchOf(exchange, call),
      call: { ...this.#call(call, method), expects: 'answer', replyForm },
    };
  }

  #call({ model, body }: ReadCall<unknown>, method: string) {
    return {
      method: 'POST',
      path: `/${this.apiVersion()}/models/${model}:${method}`,
      headers: { 'content-type': 'application/json' },
      body: Buffer.isBuffer(body) ? body : toJsonBytes(body),
      scope: model,
    };
  }
}

/** @throws ModelNotAllowedError */
function dispatchOf(exchange: ClientExchange, call: ReadCall<unknown>): Omit<Dispatch, 'call' | 'sink'> {
  const { model, askedAs = model, pool, pinnedTo, isModelListed, cancellation = exchange.clientLeft } = call;
  requireModel(exchange.identity, askedAs, model);
  const { requestId, startedAtMs } = exchange;
  return {
    requestId,
    startedAtMs,
    cancellation,
    origin: exchange,
    pool,
    pinnedTo,
    model,
    isModelListed,
  };
}

/** Notes what was spent. @throws GatewayError for what went wrong, ClientLeftError where nobody waits any more */
function settle(
  exchange: ClientExchange,
  { cancellation = exchange.clientLeft }: ReadCall<unknown>,
  { attempts, keyId, usage, fault }: GenerationResult,
): void {
  const { facts } = exchange;
  facts.attempts = (facts.attempts ?? 0) + attempts;
  facts.keyId = keyId ?? facts.keyId;
  facts.usage = addTokenUsage(facts.usage, usage);
  if (fault !== undefined) throw fault;
  if (cancellation.isCancelled) throw new ClientLeftError('Nobody waits for the answer any more.');
}

function parsed(body: Buffer): JsonObject {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (isJsonObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw unreadable();
}

/** What is told of a reply that is not what was asked for. */
export function unreadable(): GatewayError {
  return new UpstreamFailureError(
    'upstream_failed',
    502,
    'Upstream sent something that cannot be read as a reply.',
  );
}
