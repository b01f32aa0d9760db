import { Injectable } from '@nestjs/common';
import { forwardedQuery } from '../../core/gemini/native/forwarded-request';
import { parseModelCall } from '../../core/gemini/native/model-call';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { toVertexRequest } from '../../core/vertex/vertex-request';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { ClientCalls } from '../gateway/client-calls';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { type Adaptation, NativeRequests } from '../models/native-requests';
import { VertexExpress } from './vertex-express';

/** Where clients of the Gemini API find Vertex; they know nothing of its versions. */
const GEMINI_PREFIXES = ['/vertex-express/v1beta', '/vertex-express/v1', '/vertex-express/v1alpha'];
/** Where clients of Vertex do, and the version they mean. */
const VERTEX_PREFIXES = ['', '/vertex-express'].flatMap((prefix) =>
  ['v1', 'v1beta1'].map((version) => [`${prefix}/${version}/publishers/google`, version] as const),
);

/** The methods of models that express mode has (docs/protocol-notes.md, "Vertex AI in express mode"). */
const VERBS = ['generateContent', 'streamGenerateContent', 'countTokens', 'embedContent', 'predict'];

/** Adapting a larger body would hold up everybody else; it goes as it came. */
const FOR_VERTEX: Adaptation = { adapt: toVertexRequest, largestBytes: 4 * 1024 * 1024 };

/** Native calls to Vertex AI in express mode, with keys of its own. */
@ClientRoutes()
@Injectable()
export class VertexNativeRoutes implements ClientRouteSource {
  readonly #vertex: () => VertexExpress;

  constructor(
    private readonly requests: NativeRequests,
    private readonly calls: ClientCalls,
    private readonly pools: KeyPools,
    private readonly models: ModelCatalog,
    private readonly names: ModelNames,
    store: SettingsStore,
  ) {
    this.#vertex = derive(store, (settings) => new VertexExpress(settings));
  }

  routes(): ClientRoute[] {
    const route = (prefix: string, version?: string): ClientRoute => ({
      method: 'POST',
      path: `${prefix}/models/*`,
      protocol: 'gemini',
      auth: 'client',
      summary: `${VERBS.join(', ')} on Vertex AI in express mode`,
      handle: (exchange) => this.#call(exchange, version),
    });
    return [
      ...GEMINI_PREFIXES.map((prefix) => route(prefix)),
      ...VERTEX_PREFIXES.map(([prefix, version]) => route(prefix, version)),
    ];
  }

  async #call(exchange: ClientExchange, version: string | undefined): Promise<void> {
    const { name, verbName, verb } = parseModelCall(exchange.tail, VERBS);
    exchange.facts.model = this.names.modelOf(name);
    const known = this.names.whenKnown(name);
    if (known !== undefined) await known;
    const vertex = this.#vertex();
    const features = this.names.featuresFor(name);
    const { model } = features;
    const { body, headers, alter } = await this.requests.read(exchange, verb, features, FOR_VERTEX);
    await this.calls.relay(exchange, {
      call: {
        method: 'POST',
        origin: vertex.origin,
        path: `${vertex.modelsPathOf(version)}${model}:${verbName}${forwardedQuery(exchange.query)}`,
        headers: { 'content-type': 'application/json', ...headers },
        body,
        replyForm: verb.replyForm(exchange.query),
        scope: model,
        expects: verb.expects,
      },
      pool: this.pools.of(vertex.keyKind),
      alter,
      model,
      askedAs: name,
      isModelListed: this.models.offers(model, verbName),
    });
  }
}
