import { Injectable } from '@nestjs/common';
import { ModelNotFoundError } from '../../core/gateway-error';
import { parseModelName } from '../../core/gemini/model-name';
import { baseModelOf } from '../../core/gemini/model-variant';
import { type AdapterRecipe, makeAdapter } from '../../core/protocol/adapter-recipe';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import type { ClientExchange } from '../../http/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { RequestBodies } from '../gateway/request-bodies';
import { RequestOpener } from '../gateway/request-opener';
import { TranslatedCalls } from '../gateway/translated-calls';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { toChatPolicy } from './chat-policy';

/** Base URLs that clients of OpenAI's API were ever given. */
const PREFIXES = ['/v1', '/hf/v1', '/openai/v1', '/v1beta/openai'].flatMap((prefix) => [
  prefix,
  `/gemini${prefix}`,
]);

/** OpenAI's chat completions, translated for Gemini and back. */
@ClientRoutes()
@Injectable()
export class ChatCompletionsRoutes implements ClientRouteSource {
  readonly #adapter: () => { recipe: AdapterRecipe; adapter: ReturnType<typeof makeAdapter> };

  constructor(
    private readonly bodies: RequestBodies,
    private readonly opener: RequestOpener,
    private readonly calls: TranslatedCalls,
    private readonly pools: KeyPools,
    private readonly models: ModelCatalog,
    private readonly store: SettingsStore,
  ) {
    this.#adapter = derive(store, (settings) => {
      const recipe: AdapterRecipe = { protocol: 'openai-chat', policy: toChatPolicy(settings) };
      return { recipe, adapter: makeAdapter(recipe) };
    });
  }

  routes(): ClientRoute[] {
    return PREFIXES.map((prefix) => ({
      method: 'POST',
      path: `${prefix}/chat/completions`,
      protocol: 'openai-chat',
      auth: 'client',
      summary: 'A chat completion, whole or as a stream',
      handle: (exchange) => this.#complete(exchange),
    }));
  }

  async #complete(exchange: ClientExchange): Promise<void> {
    const body = await this.bodies.read(exchange);
    const { recipe, adapter } = this.#adapter();
    const opened = await this.opener.open(recipe, adapter, body);
    try {
      const model = this.#modelOf(opened.asked.model);
      exchange.facts.model = model;
      await this.calls.answer(exchange, {
        adapter,
        opened,
        features: this.models.featuresOf(model),
        pool: this.pools.of('gemini'),
        isModelListed: this.models.isListed(model),
      });
    } finally {
      opened.close();
    }
  }

  /** @throws ModelNotFoundError, InvalidRequestError */
  #modelOf(name: string): string {
    const model = parseModelName(name);
    if (model === undefined)
      throw new ModelNotFoundError(`"${name.slice(0, 60)}" is not the name of a model.`, { field: 'model' });
    this.models.refuseFiltered(model);
    const base = baseModelOf(model, this.store.current.THINKING_MODELS);
    if (base !== model) this.models.refuseFiltered(base);
    return base;
  }
}
