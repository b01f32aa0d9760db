import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { ModelNotFoundError } from '../../core/gateway-error';
import type { Model } from '../../core/gemini/model';
import type { Protocol } from '../../core/protocol/protocol';
import { ANTHROPIC_PREFIXES } from '../../http/anthropic-prefixes';
import type { ClientExchange } from '../../http/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { ModelResources } from '../resource-calls/model-resources';
import { CLOCK } from '../runtime/runtime-tokens';
import { ModelCatalog } from './model-catalog';
import { ModelNames } from './model-names';
import { anthropicModel, anthropicModelList } from './anthropic-model-list';
import { codexModelList } from './codex-model-list';
import { geminiModelList, openaiModel, openaiModelList } from './model-lists';

/** Paths that only OpenAI's clients use. */
const OPENAI_PREFIXES = [
  '/hf/v1',
  '/openai/v1',
  '/v1beta/openai',
  '/gemini/hf/v1',
  '/gemini/openai/v1',
  '/gemini/v1beta/openai',
];

const PREFIXES: readonly (readonly [prefix: string, protocol: ClientRoute['protocol']])[] = [
  ['/v1beta', 'gemini'],
  ['/gemini/v1beta', 'gemini'],
  ['/gemini/v1', 'gemini'],
  ['/v1alpha', 'gemini'],
  ['/gemini/v1alpha', 'gemini'],
  ...OPENAI_PREFIXES.map((prefix) => [prefix, 'openai-chat'] as const),
  ...ANTHROPIC_PREFIXES.map((prefix) => [prefix, 'anthropic-messages'] as const),
  ['/v1', 'detect'],
  ['/vertex-express/v1beta', 'gemini'],
  ['/vertex-express/v1', 'detect'],
];

/** The model list and its entries, in the form of whoever asks. */
@ClientRoutes()
@Injectable()
export class ModelsRoutes implements ClientRouteSource {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly names: ModelNames,
    private readonly resources: ModelResources,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  routes(): ClientRoute[] {
    return PREFIXES.flatMap(([prefix, protocol]): ClientRoute[] => [
      {
        method: 'GET',
        path: `${prefix}/models`,
        protocol,
        auth: 'client',
        summary: 'The models that clients may use',
        handle: (exchange) => this.#list(exchange),
      },
      {
        method: 'GET',
        path: `${prefix}/models/*`,
        protocol,
        auth: 'client',
        summary: 'One model',
        handle: (exchange) => this.#get(exchange, prefix.slice(prefix.lastIndexOf('/') + 1)),
      },
    ]);
  }

  async #list(exchange: ClientExchange): Promise<void> {
    const models = await this.#modelsFor(exchange);
    exchange.sendJson(this.#render[exchange.protocol].list(models, exchange.query));
  }

  async #get(exchange: ClientExchange, version: string): Promise<void> {
    if (this.resources.isAbout(exchange.tail)) return this.resources.relay(exchange, version);
    const model = this.names.find(await this.#modelsFor(exchange), exchange.tail);
    if (model === undefined) {
      const message = `The model ${exchange.tail.slice(0, 60)} is not in the list of this gateway.`;
      throw new ModelNotFoundError(message, { field: 'model' });
    }
    exchange.sendJson(this.#render[exchange.protocol].one(model));
  }

  /** Models that the token may not use are not shown to it. */
  async #modelsFor({ identity, protocol }: ClientExchange): Promise<readonly Model[]> {
    const listed = await this.catalog.list();
    const offered = this.names.offered(listed);
    const models = protocol === 'gemini' ? offered : [...offered, ...this.names.offeredToChats(listed)];
    const mayUse = identity?.mayUse;
    return mayUse === undefined ? models : models.filter((model) => this.names.isNamed(model, mayUse));
  }

  readonly #render: Record<Protocol, ModelForm> = {
    gemini: { list: geminiModelList, one: (model) => model },
    'openai-chat': openaiForm(() => this.#nowS()),
    'openai-responses': openaiForm(() => this.#nowS()),
    'anthropic-messages': { list: anthropicModelList, one: anthropicModel },
  };

  #nowS(): number {
    return Math.floor(this.clock.nowMs() / 1000);
  }
}

/** The same for all of OpenAI's dialects, with what Codex looks for where it is Codex that asks. */
function openaiForm(nowS: () => number): ModelForm {
  return {
    list: (models, query) => ({
      ...openaiModelList(models, nowS()),
      ...(query?.has('client_version') && codexModelList(models)),
    }),
    one: (model) => openaiModel(model, nowS()),
  };
}

interface ModelForm {
  list(models: readonly Model[], query: URLSearchParams | undefined): unknown;
  one(model: Model): unknown;
}
