import { Injectable } from '@nestjs/common';
import { ModelNotFoundError } from '../../core/gateway-error';
import { bareName, type Model } from '../../core/gemini/model';
import type { ClientExchange } from '../../http/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';

/** The model list in Vertex's form. Express mode has none of its own: it is that of the Gemini API. */
@ClientRoutes()
@Injectable()
export class VertexModelsRoutes implements ClientRouteSource {
  constructor(
    private readonly catalog: ModelCatalog,
    private readonly names: ModelNames,
  ) {}

  routes(): ClientRoute[] {
    return ['', '/vertex-express'].flatMap((prefix) =>
      ['v1', 'v1beta1'].flatMap((version): ClientRoute[] => {
        const path = `${prefix}/${version}/publishers/google/models`;
        const shared = { method: 'GET', protocol: 'gemini', auth: 'client' } as const;
        return [
          {
            ...shared,
            path,
            summary: "The models in Vertex's form",
            handle: (exchange) => this.#list(exchange),
          },
          {
            ...shared,
            path: `${path}/*`,
            summary: "One model in Vertex's form",
            handle: (exchange) => this.#get(exchange),
          },
        ];
      }),
    );
  }

  async #list(exchange: ClientExchange): Promise<void> {
    exchange.sendJson({ publisherModels: (await this.#modelsFor(exchange)).map(toPublisherModel) });
  }

  async #get(exchange: ClientExchange): Promise<void> {
    const model = this.names.find(await this.#modelsFor(exchange), exchange.tail);
    if (model === undefined)
      throw new ModelNotFoundError(`Publisher Model ${exchange.tail.slice(0, 60)} was not found.`);
    exchange.sendJson(toPublisherModel(model));
  }

  /** Models that the token may not use are not shown to it. */
  async #modelsFor({ identity }: ClientExchange): Promise<readonly Model[]> {
    const models = this.names.offered(await this.catalog.list());
    const mayUse = identity?.mayUse;
    return mayUse === undefined ? models : models.filter((model) => this.names.isNamed(model, mayUse));
  }
}

function toPublisherModel(model: Model): object {
  return {
    name: `publishers/google/models/${bareName(model)}`,
    versionId: 'default',
    openSourceCategory: 'PROPRIETARY',
    launchStage: 'GA',
  };
}
