import { Injectable } from '@nestjs/common';
import { ModelNotFoundError, NotFoundError } from '../../core/gateway-error';
import { forwardedQuery } from '../../core/gemini/forwarded-request';
import { parseModelName } from '../../core/gemini/model-name';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { ClientExchange } from '../../http/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/client-route';
import { ClientRoutes } from '../../http/client-routes.decorator';
import { ClientCalls } from '../gateway/client-calls';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { NativeRequests } from '../models/native-requests';
import { BodyPins } from '../resource-calls/body-pins';
import { ModelResources } from '../resource-calls/model-resources';
import { NATIVE_PREFIXES } from './native-prefixes';
import { NATIVE_VERBS, type NativeVerb } from '../../core/gemini/native/native-verbs';

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
      summary: `${Object.keys(NATIVE_VERBS).join(', ')}; calls about a model's operations`,
      handle: (exchange) => this.#call(exchange, version),
    }));
  }

  async #call(exchange: ClientExchange, version: string): Promise<void> {
    if (this.resources.isAbout(exchange.tail)) return this.resources.relay(exchange, version);
    const { name, verbName, verb } = parseTail(exchange.tail);
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
      isModelListed: this.models.isListed(model),
      pinnedTo: pin?.keyId,
      alter,
      onContinuation: this.resources.keepContinuation,
      ...(verb.makesResource && this.resources.keeping(exchange, model)),
    });
  }
}

/** `gemini-x:generateContent`, where the model may carry prefixes. */
function parseTail(tail: string): { name: string; verbName: string; verb: NativeVerb } {
  const colonAt = tail.lastIndexOf(':');
  const verbName = tail.slice(colonAt + 1);
  const verb = Object.hasOwn(NATIVE_VERBS, verbName) ? NATIVE_VERBS[verbName] : undefined;
  if (colonAt < 0 || verb === undefined) {
    throw new NotFoundError(
      `A model takes ${Object.keys(NATIVE_VERBS).join(', ')}; "${verbName.slice(0, 60)}" is none of them.`,
    );
  }
  const written = tail.slice(0, colonAt);
  const name = parseModelName(written);
  if (name === undefined)
    throw new ModelNotFoundError(`"${written.slice(0, 60)}" is not the name of a model.`, { field: 'model' });
  return { name, verbName, verb };
}
