import { Injectable } from '@nestjs/common';
import { forwardedQuery } from '../../core/gemini/native/forwarded-request';
import { parseModelCall } from '../../core/gemini/native/model-call';
import { NATIVE_VERBS } from '../../core/gemini/native/native-verbs';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { NATIVE_PREFIXES } from '../../http/routing/native-prefixes';
import { ClientCalls } from '../gateway/client-calls';
import { KeyPools } from '../keys/key-pools';
import { LISTED_VERSION } from '../models/fetch-models';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { NativeRequests } from '../models/native-requests';
import { BodyPins } from '../resource-calls/body-pins';
import { ModelResources } from '../resource-calls/model-resources';

const VERBS = Object.keys(NATIVE_VERBS);

/** Native Gemini: the client's bytes go up and upstream's bytes come back, with another key in the header. */
@ClientRoutes()
@Injectable()
export class NativeRoutes implements ClientRouteSource {
  constructor(
    private readonly requests: NativeRequests,
    private readonly calls: ClientCalls,
    private readonly pools: KeyPools,
    private readonly models: ModelCatalog,
    private readonly names: ModelNames,
    private readonly bodyPins: BodyPins,
    private readonly resources: ModelResources,
  ) {}

  routes(): ClientRoute[] {
    return NATIVE_PREFIXES.map(([prefix, version]) => ({
      method: 'POST',
      path: `${prefix}/models/*`,
      protocol: 'gemini',
      auth: 'client',
      summary: `${VERBS.join(', ')}; calls about a model's operations`,
      handle: (exchange) => this.#call(exchange, version),
    }));
  }

  async #call(exchange: ClientExchange, version: string): Promise<void> {
    if (this.resources.isAbout(exchange.tail)) return this.resources.relay(exchange, version);
    const { name, verbName, verb } = parseModelCall(exchange.tail, VERBS);
    exchange.facts.model = this.names.modelOf(name);
    const known = this.names.whenKnown(name);
    if (known !== undefined) await known;
    const features = this.names.featuresFor(name);
    const { model } = features;
    const { body, headers, alter } = await this.requests.read(exchange, verb, features);
    const pinned = this.bodyPins.pinOf(exchange, body);
    const pin = pinned && (await pinned);
    const call: UpstreamCall = {
      method: 'POST',
      path: `/${version}/models/${model}:${verbName}${forwardedQuery(exchange.query)}`,
      headers: { 'content-type': 'application/json', ...headers },
      body,
      replyForm: verb.replyForm(exchange.query),
      scope: model,
      expects: verb.expects,
    };
    await this.calls.relay(exchange, {
      call,
      pool: this.pools.of(pin?.keyKind ?? 'gemini'),
      model,
      askedAs: name,
      isModelListed: version === LISTED_VERSION && this.models.offers(model, verbName),
      pinnedTo: pin?.keyId,
      alter,
      onContinuation: this.resources.keepContinuation,
      ...(verb.makesResource && this.resources.keeping(exchange, model)),
    });
  }
}
