import { Cancellation } from '../../cancellation';
import type { Clock } from '../../clock';
import type { GenerateContentResponse } from '../../gemini/reply/generate-content-response';
import { joinReplies } from '../../gemini/reply/join-replies';
import { addTokenUsage } from '../../gemini/reply/usage';
import type {
  AdaptContext,
  Answer,
  Asked,
  GivenSignature,
  ProtocolAdapter,
  StreamEncoder,
} from '../../protocol/protocol-adapter';
import { type Alteration, AlteredChunks } from '../chunks/altered-chunks';
import type { ChunkTarget } from '../chunks/chunk-target';
import { CollectedChunks } from '../chunks/collected-chunks';
import type { PaceRules } from '../chunks/pace-rules';
import { PacedChunks } from '../chunks/paced-chunks';
import type { ClientFrames } from '../client/client-frames';
import { EncodedChunks } from '../client/encoded-chunks';
import { keepAlive } from '../client/keep-alive';
import type { Dispatcher } from '../dispatch/dispatcher';
import { generate, type Generation, type GenerationResult } from './generate';

/** A client's request in its upstream form, and how to put the replies into the client's. */
export interface TranslatedOrder<Question extends Asked, Body> {
  readonly adapter: Pick<ProtocolAdapter<never, Question, Body>, 'toResponse' | 'openStream'>;
  readonly asked: Question;
  readonly context: AdaptContext;
  /** One for each upstream request; they are answered side by side. */
  readonly generations: readonly Generation[];
  /** The same after upstream refused a signature; undefined where nothing can be mended. */
  readonly repair: () => Promise<readonly Generation[] | undefined>;
  /** What becomes of the reply to the upstream request of that number. */
  readonly alterationOf?: ((number: number) => Alteration | undefined) | undefined;
  /** Awaited once the answer is complete, before the client learns that it is. Never rejects. */
  readonly beforeEnd?: (() => Promise<void>) | undefined;
}

/** The sum over all upstream requests. A fault was not yet told to the client. */
export interface TranslatedResult<Body> extends GenerationResult {
  readonly signatures: readonly GivenSignature[];
  /** The whole answer, where it was not streamed. */
  readonly answer?: Answer<Body> | undefined;
}

/** How answers are streamed to clients. */
export interface StreamManners {
  /** 0 sends no keep-alives. */
  readonly keepAliveMs: number;
  /** Undefined hands text on as it comes. */
  readonly pace?: PaceRules | undefined;
}

/** Where the reply to the upstream request of that number goes. */
type TargetOf = (number: number) => ChunkTarget;

/** Answers a client in its own dialect: collects the replies of upstream, or translates them while they come. */
export class Translator {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly clock: Clock,
    private readonly manners: () => StreamManners,
  ) {}

  /** The whole answer; undefined where there is a fault, or nobody who waits for it. */
  async collect<Question extends Asked, Body>(
    order: TranslatedOrder<Question, Body>,
  ): Promise<TranslatedResult<Body>> {
    let replies: GenerateContentResponse[][] = [];
    const begin = (): TargetOf => {
      replies = order.generations.map(() => []);
      return (number) => new CollectedChunks(replies[number]!);
    };
    const first = await this.#generateAll(order.generations, begin());
    const result = isMendable(first) ? await this.#mended(order, first, begin) : first;
    const isOver = result.fault !== undefined || isAbandoned(order);
    const { adapter, asked, context } = order;
    const joined = isOver ? [] : replies.map(joinReplies);
    const told = order.alterationOf === undefined ? joined : await allAltered(joined, order.alterationOf);
    const answer = isOver ? undefined : adapter.toResponse(told, asked, context);
    if (answer !== undefined && order.beforeEnd) await order.beforeEnd();
    return translatedResult(result, answer?.signatures ?? [], answer);
  }

  /**
   * Writes the answer while it comes. A fault after the response has begun is told in the stream; the result holds it all
   * the same, and `frames.hasHead` tells which.
   */
  async stream<Question extends Asked, Body>(
    order: TranslatedOrder<Question, Body>,
    frames: ClientFrames,
  ): Promise<TranslatedResult<Body>> {
    let encoder!: StreamEncoder;
    /** In the order in which chunks pass them. */
    let holding: (AlteredChunks | PacedChunks)[] = [];
    const { keepAliveMs, pace } = this.manners();
    const endKeepAlive = keepAlive(frames, this.clock, keepAliveMs, () => encoder.keepAlive?.());
    try {
      const begin = (): TargetOf => {
        // What a keep-alive has begun goes on.
        if (!frames.hasHead) encoder = order.adapter.openStream(order.asked, order.context);
        holding = [];
        return (number) => {
          let target: ChunkTarget = new EncodedChunks(encoder, frames, number);
          if (pace !== undefined) {
            const paced = new PacedChunks(target, pace, this.clock, order.generations[0]!.cancellation);
            holding.push(paced);
            target = paced;
          }
          const alter = order.alterationOf?.(number);
          if (alter === undefined) return target;
          const altered = new AlteredChunks(target, alter);
          holding.unshift(altered);
          return altered;
        };
      };
      const first = await this.#generateAll(order.generations, begin());
      const result = isMendable(first) && !frames.hasFrames ? await this.#mended(order, first, begin) : first;
      for (const target of holding) await target.settled();
      if (isAbandoned(order)) return translatedResult(result, encoder.signatures);
      if (result.fault === undefined) {
        const last = encoder.end();
        if (order.beforeEnd) await order.beforeEnd();
        frames.end(last);
      } else if (frames.hasHead) frames.end(encoder.fault(result.fault));
      return translatedResult(result, encoder.signatures);
    } finally {
      endKeepAlive();
    }
  }

  /** Row 11: a conversation whose signatures upstream refuses is sent once more, with placeholders. */
  async #mended<Question extends Asked, Body>(
    order: TranslatedOrder<Question, Body>,
    refused: GenerationResult,
    begin: () => TargetOf,
  ): Promise<GenerationResult> {
    const mended = await order.repair();
    if (mended === undefined) return refused;
    const again = await this.#generateAll(mended, begin());
    return summedUp([{ ...refused, fault: undefined }, again]);
  }

  #generateAll(generations: readonly Generation[], targetOf: TargetOf): Promise<GenerationResult> {
    return generations.length === 1
      ? generate(this.dispatcher, generations[0]!, targetOf(0))
      : this.#sideBySide(generations, targetOf);
  }

  /** All at once; the first that fails ends the others. */
  async #sideBySide(generations: readonly Generation[], targetOf: TargetOf): Promise<GenerationResult> {
    const clientLeft = generations[0]!.cancellation;
    const cancellation = new Cancellation();
    const cancel = (): void => cancellation.cancel();
    clientLeft.add(cancel);
    try {
      return summedUp(
        await Promise.all(
          generations.map(async (generation, number) => {
            const result = await generate(this.dispatcher, { ...generation, cancellation }, targetOf(number));
            if (result.fault !== undefined) cancel();
            return result;
          }),
        ),
      );
    } finally {
      clientLeft.remove(cancel);
      cancel();
    }
  }
}

function allAltered(
  replies: readonly GenerateContentResponse[],
  alterationOf: (number: number) => Alteration | undefined,
): Promise<readonly GenerateContentResponse[]> {
  return Promise.all(replies.map(async (reply, number) => (await alterationOf(number)?.(reply)) ?? reply));
}

function translatedResult<Body>(
  { attempts, keyId, usage, fault }: GenerationResult,
  signatures: readonly GivenSignature[],
  answer?: Answer<Body>,
): TranslatedResult<Body> {
  return { attempts, keyId, usage, fault, signatures, answer };
}

function isMendable({ fault }: GenerationResult): boolean {
  return fault?.code === 'signature_rejected';
}

function summedUp(results: readonly GenerationResult[]): GenerationResult {
  return {
    attempts: results.reduce((sum, { attempts }) => sum + attempts, 0),
    keyId: results.findLast(({ keyId }) => keyId !== undefined)?.keyId,
    usage: results.reduce<GenerationResult['usage']>(
      (sum, { usage }) => addTokenUsage(sum, usage),
      undefined,
    ),
    fault: results.find(({ fault }) => fault !== undefined)?.fault,
  };
}

function isAbandoned({ generations }: Pick<TranslatedOrder<Asked, unknown>, 'generations'>): boolean {
  return generations.some(({ cancellation }) => cancellation.isCancelled);
}
