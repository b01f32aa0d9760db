import type { Clock } from '../../core/clock';
import { ClientLeftError } from '../../core/gateway-error';
import type { Alteration } from '../../core/gateway/chunks/altered-chunks';
import { ClientFrames } from '../../core/gateway/client/client-frames';
import type { Generation, GenerationResult } from '../../core/gateway/translation/generate';
import type { OpenedRequest } from '../../core/gateway/translation/opened-request';
import type {
  TranslatedOrder,
  TranslatedResult,
  Translator,
} from '../../core/gateway/translation/translator';
import type { ModelFeatures } from '../../core/gemini/models/model-features';
import type { Ids } from '../../core/ids';
import type { KeyId } from '../../core/keypool/hold';
import type { KeyPool } from '../../core/keypool/key-pool';
import type { Asked, ProtocolAdapter } from '../../core/protocol/protocol-adapter';
import type { ClientExchange, ResponseHeaders } from '../../http/exchange/client-exchange';
import { requireModel } from '../../http/identity/require-model';
import type { ThoughtSignatures } from '../signatures/thought-signatures';
import type { ChangeReport } from './change-report';
import type { ModelPlace } from './model-place';
import type { FindPicture, NeedsResolver } from './needs-resolver';

/** A client's request in a dialect that is translated. */
export interface TranslatedCall<Question extends Asked, Body> {
  readonly adapter: Pick<ProtocolAdapter<never, Question, Body>, 'toResponse' | 'openStream'>;
  readonly opened: OpenedRequest<Question>;
  readonly features: ModelFeatures;
  readonly pool: KeyPool;
  /** The key that upstream keeps something for that the request names. */
  readonly pinnedTo?: KeyId | undefined;
  readonly isModelListed: boolean;
  readonly beforeEnd?: TranslatedOrder<Question, Body>['beforeEnd'];
  /** What becomes of each reply before the dialect is made of it; told the request that upstream gets. */
  readonly alter?: ((request: Buffer) => Alteration | undefined) | undefined;
  /** Present for models that make pictures: those that earlier answers show come with the conversation. */
  readonly ownPictures?: FindPicture | undefined;
  /** Absent for the Gemini API. */
  readonly place?: ModelPlace | undefined;
}

/** What the operator decides about calls in these dialects. */
export interface TranslatedCallPolicy {
  /** The API version of upstream's paths. */
  readonly apiVersion: string;
  /** Upstream is asked for whole answers, also where clients want streams (FAKE_STREAM_ENABLED). */
  readonly fakesStreams: boolean;
}

/** Answers clients whose dialect is translated: fetches what a request needs, translates, sends, and translates back. */
export class TranslatedCalls {
  constructor(
    private readonly translator: Translator,
    private readonly needs: NeedsResolver,
    private readonly signatures: Pick<ThoughtSignatures, 'keep'>,
    private readonly changes: ChangeReport,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly policy: () => TranslatedCallPolicy,
  ) {}

  /** @throws GatewayError when there is no answer and nothing of one has reached the client. */
  async answer<Question extends Asked, Body>(
    exchange: ClientExchange,
    call: TranslatedCall<Question, Body>,
  ): Promise<void> {
    const { opened, features, adapter } = call;
    const { asked } = opened;
    exchange.facts.isStream = asked.isStream;
    requireModel(exchange.identity, asked.model, features.model);
    const resolved = await this.needs.resolve(exchange, opened.needs, asked.thread, call.ownPictures);
    const { bodies, changes } = await opened.translate(resolved, features);
    const order: TranslatedOrder<Question, Body> = {
      adapter,
      asked,
      context: {
        newId: (prefix) => this.ids.withPrefix(prefix),
        createdAtS: Math.floor(exchange.startedAtMs / 1000),
      },
      generations: this.#generationsOf(exchange, call, bodies),
      beforeEnd: call.beforeEnd,
      alterationOf: call.alter && ((number) => call.alter!(bodies[number] ?? bodies[0]!)),
      repair: async () => {
        const mended = await opened.repair(resolved, features);
        return mended && this.#generationsOf(exchange, call, mended.bodies);
      },
    };
    const headers = this.changes.headersFor(exchange, changes);
    const result = await (asked.isStream
      ? this.#stream(exchange, order, headers)
      : this.translator.collect(order));
    note(exchange, result);
    if (result.answer !== undefined) {
      this.#noteFirstByte(exchange);
      exchange.sendJson(result.answer.body, 200, headers);
    }
    if (result.signatures.length > 0)
      this.signatures.keep({ tokenId: exchange.identity?.id ?? 0, thread: asked.thread }, result.signatures);
    if (!exchange.response.headersSent)
      throw result.fault ?? new ClientLeftError('The client left before its answer was there.');
    if (result.fault === undefined) return;
    // It was told in the stream.
    exchange.facts.errorCode = result.fault.code;
  }

  #stream<Question extends Asked, Body>(
    exchange: ClientExchange,
    order: TranslatedOrder<Question, Body>,
    headers: ResponseHeaders,
  ): Promise<TranslatedResult<Body>> {
    const frames = new ClientFrames(exchange, headers, this.clock, () => this.#noteFirstByte(exchange));
    return this.translator.stream(order, frames);
  }

  #generationsOf<Question extends Asked, Body>(
    exchange: ClientExchange,
    { opened, features, pool, pinnedTo, isModelListed, place }: TranslatedCall<Question, Body>,
    bodies: readonly Buffer[],
  ): Generation[] {
    const { apiVersion, fakesStreams } = this.policy();
    const isStream = opened.asked.isStream && !fakesStreams;
    const verb = isStream ? 'streamGenerateContent?alt=sse' : 'generateContent';
    const { modelsPath, origin } = place ?? { modelsPath: `/${apiVersion}/models/` };
    return bodies.map((body) => ({
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      cancellation: exchange.clientLeft,
      origin: exchange,
      pool,
      pinnedTo,
      model: features.model,
      isModelListed,
      call: {
        method: 'POST',
        path: `${modelsPath}${features.model}:${verb}`,
        ...(origin !== undefined && { origin }),
        headers: { 'content-type': 'application/json' },
        body,
        replyForm: isStream ? 'sse' : 'unary',
        scope: features.model,
        expects: 'answer',
      },
    }));
  }

  #noteFirstByte({ facts }: ClientExchange): void {
    facts.firstByteAtMs = this.clock.nowMs();
  }
}

function note({ facts }: ClientExchange, { attempts, keyId, usage }: GenerationResult): void {
  facts.attempts = attempts;
  facts.keyId = keyId;
  facts.usage = usage;
}
