import { Injectable } from '@nestjs/common';
import { Cancellation } from '../../core/cancellation';
import { toBatches, tokensOf, vectorsOf, type EmbeddingBatch } from '../../core/embeddings/embedding-batches';
import { parseEmbeddingRequest } from '../../core/embeddings/embedding-request';
import { toEmbeddingResponse } from '../../core/embeddings/embedding-response';
import { needsNormalising, normalised } from '../../core/embeddings/embedding-vector';
import { textsOf } from '../../core/embeddings/token-text';
import { inTurn } from '../../core/in-turn';
import { parseJsonObject } from '../../core/json-body';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { ReadCalls, unreadable } from '../gateway/read-calls';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';

const BATCHES_AT_ONCE = 4;

/** OpenAI's embeddings, asked of upstream in its own batches. */
@ClientRoutes()
@Injectable()
export class EmbeddingsRoutes implements ClientRouteSource {
  constructor(
    private readonly bodies: RequestBodies,
    private readonly calls: ReadCalls,
    private readonly pools: KeyPools,
    private readonly names: ModelNames,
    private readonly models: ModelCatalog,
  ) {}

  routes(): ClientRoute[] {
    return OPENAI_PREFIXES.map((prefix) => ({
      method: 'POST',
      path: `${prefix}/embeddings`,
      protocol: 'openai-chat',
      auth: 'client',
      summary: 'Vectors of texts or tokens, as many as are sent',
      handle: (exchange) => this.#embed(exchange),
    }));
  }

  async #embed(exchange: ClientExchange): Promise<void> {
    const asked = parseEmbeddingRequest(parseJsonObject(await this.bodies.readDecoded(exchange)));
    const { model } = this.names.featuresFor(asked.model);
    exchange.facts.model = model;
    const batches = toBatches(model, textsOf(asked.inputs), asked.dimensions);
    const replies = await this.#sendAll(exchange, model, batches);

    const vectors = replies.flatMap(({ vectors }) => vectors);
    const isShortened = needsNormalising(model, asked.dimensions);
    const tokens = replies.reduce((sum, reply) => sum + reply.tokens, 0);
    exchange.facts.usage = { inputTokens: tokens, cachedTokens: 0, outputTokens: 0, thinkingTokens: 0 };
    exchange.sendJson(
      toEmbeddingResponse(
        asked.model,
        isShortened ? vectors.map(normalised) : vectors,
        asked.encoding,
        tokens,
      ),
    );
  }

  /** Some at a time; the first that fails ends the others. @throws GatewayError */
  async #sendAll(exchange: ClientExchange, model: string, batches: readonly EmbeddingBatch[]) {
    const cancellation = new Cancellation();
    const cancel = (): void => cancellation.cancel();
    exchange.clientLeft.add(cancel);
    const call = {
      model,
      pool: this.pools.of('gemini'),
      isModelListed: this.models.offers(model, 'embedContent'),
      cancellation,
    };
    try {
      return await inTurn(batches, BATCHES_AT_ONCE, async (body) => {
        const reply = await this.calls.json(exchange, 'batchEmbedContents', { ...call, body });
        const vectors = vectorsOf(reply, body);
        if (vectors === undefined) throw unreadable();
        return { vectors, tokens: tokensOf(reply, body) };
      });
    } finally {
      exchange.clientLeft.remove(cancel);
      cancel();
    }
  }
}
