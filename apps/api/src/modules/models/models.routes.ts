import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../core/clock';
import { ModelNotFoundError } from '../../core/gateway-error';
import type { Model } from '../../core/gemini/models/model';
import type { Protocol } from '../../core/protocol/protocol';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { ANTHROPIC_PREFIXES } from '../../http/routing/anthropic-prefixes';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { NATIVE_PREFIXES } from '../../http/routing/native-prefixes';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { ModelResources } from '../resource-calls/model-resources';
import { CLOCK } from '../runtime/runtime-tokens';
import { anthropicModel, anthropicModelList } from './anthropic-model-list';
import { codexModelList } from './codex-model-list';
import { ModelCatalog } from './model-catalog';
import { geminiModelList, openaiModel, openaiModelList } from './model-lists';
import { ModelNames } from './model-names';
import { vertexModel, vertexModelList } from './vertex-model-list';

/** Paths, the dialect that is spoken there, and the form of the list where it is not the dialect's own. */
type ListedAt = readonly [prefix: string, protocol: ClientRoute['protocol'], form?: 'vertex'];

const NATIVE = NATIVE_PREFIXES.map(([prefix]) => prefix);

const PREFIXES: readonly ListedAt[] = [
  ...NATIVE.map((prefix): ListedAt => [prefix, prefix === '/v1' ? 'detect' : 'gemini']),
  ...OPENAI_PREFIXES.filter((prefix) => !NATIVE.includes(prefix)).map((prefix): ListedAt => [
    prefix,
    'openai-chat',
  ]),
  ...ANTHROPIC_PREFIXES.map((prefix): ListedAt => [prefix, 'anthropic-messages']),
  ['/vertex-express/v1beta', 'gemini'],
  ['/vertex-express/v1', 'detect'],
  ...['', '/vertex-express'].flatMap((prefix) =>
    ['v1', 'v1beta1'].map((version): ListedAt => [
      `${prefix}/${version}/publishers/google`,
      'gemini',
      'vertex',
    ]),
  ),
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
    return PREFIXES.flatMap(([prefix, protocol, form]): ClientRoute[] => [
      {
        method: 'GET',
        path: `${prefix}/models`,
        protocol,
        auth: 'client',
        summary: 'The models that clients may use',
        handle: (exchange) => this.#list(exchange, form ?? exchange.protocol),
      },
      {
        method: 'GET',
        path: `${prefix}/models/*`,
        protocol,
        auth: 'client',
        summary: 'One model',
        handle: (exchange) => this.#get(exchange, form ?? exchange.protocol, prefix),
      },
    ]);
  }

  async #list(exchange: ClientExchange, form: Form): Promise<void> {
    const models = await this.#modelsFor(exchange);
    exchange.sendJson(this.#render[form].list(models, exchange.query));
  }

  async #get(exchange: ClientExchange, form: Form, prefix: string): Promise<void> {
    if (form !== 'vertex' && this.resources.isAbout(exchange.tail))
      return this.resources.relay(exchange, prefix.slice(prefix.lastIndexOf('/') + 1));
    const model = this.names.find(await this.#modelsFor(exchange), exchange.tail);
    if (model === undefined) {
      const message = `The model ${exchange.tail.slice(0, 60)} is not in the list of this gateway.`;
      throw new ModelNotFoundError(message, { field: 'model' });
    }
    exchange.sendJson(this.#render[form].one(model));
  }

  /** Models that the token may not use are not shown to it. */
  async #modelsFor({ identity, protocol }: ClientExchange): Promise<readonly Model[]> {
    const listed = await this.catalog.list();
    const offered = this.names.offered(listed);
    const models = protocol === 'gemini' ? offered : [...offered, ...this.names.offeredToChats(listed)];
    const mayUse = identity?.mayUse;
    return mayUse === undefined ? models : models.filter((model) => this.names.isNamed(model, mayUse));
  }

  readonly #render: Record<Form, ModelForm> = {
    gemini: { list: geminiModelList, one: (model) => model },
    'openai-chat': openaiForm(() => this.#nowS()),
    'openai-responses': openaiForm(() => this.#nowS()),
    'anthropic-messages': { list: anthropicModelList, one: anthropicModel },
    vertex: { list: vertexModelList, one: vertexModel },
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

type Form = Protocol | 'vertex';

interface ModelForm {
  list(models: readonly Model[], query: URLSearchParams | undefined): unknown;
  one(model: Model): unknown;
}
