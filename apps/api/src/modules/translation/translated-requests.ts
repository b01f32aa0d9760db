import { Injectable } from '@nestjs/common';
import { type AdapterRecipe, makeAdapter, type TranslatedProtocol } from '../../core/protocol/adapter-recipe';
import type { Asked, Need } from '../../core/protocol/protocol-adapter';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import { CountedCalls } from '../gateway/counted-calls';
import type { ModelPlace } from '../gateway/model-place';
import { RequestBodies } from '../gateway/request-bodies';
import { RequestOpener } from '../gateway/request-opener';
import { type TranslatedCall, TranslatedCalls } from '../gateway/translated-calls';
import { ImageChats } from '../images/image-chats';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';
import { ResourcePins } from '../resources/resource-pins';
import type { ResourceOwner } from '../resources/stored-resource';
import type { AnswerMemory } from './answer-memory';
import { AnswerVariants } from './answer-variants';
import { toTranslationPolicy } from './translation-policy';

/** Answers requests for a generated answer in the dialects that are translated, for the modules that own their routes. */
@Injectable()
export class TranslatedRequests {
  readonly #adapterOf: () => (protocol: TranslatedProtocol) => MadeAdapter;

  constructor(
    private readonly bodies: RequestBodies,
    private readonly opener: RequestOpener,
    private readonly calls: TranslatedCalls,
    private readonly counts: CountedCalls,
    private readonly pools: KeyPools,
    private readonly models: ModelCatalog,
    private readonly names: ModelNames,
    private readonly pins: ResourcePins,
    private readonly imageChats: ImageChats,
    private readonly answers: AnswerVariants,
    store: SettingsStore,
  ) {
    this.#adapterOf = derive(store, (settings) => {
      const policy = toTranslationPolicy(settings);
      const made = new Map<TranslatedProtocol, MadeAdapter>();
      return (protocol) => {
        let adapter = made.get(protocol);
        if (adapter === undefined) made.set(protocol, (adapter = makeWith({ protocol, policy })));
        return adapter;
      };
    });
  }

  /**
   * @param place where the model is asked; the Gemini API unless given
   * @throws GatewayError when there is no answer and nothing of one has reached the client
   */
  answer(exchange: ClientExchange, protocol: TranslatedProtocol, place?: ModelPlace): Promise<void> {
    return this.#read(exchange, protocol, (call) => this.#answer(exchange, call), place);
  }

  /** The same in a dialect whose requests go on from earlier answers. */
  answerFrom(memory: AnswerMemory, exchange: ClientExchange, protocol: TranslatedProtocol): Promise<void> {
    const answer = async (call: TranslatedCall<Asked, unknown>): Promise<void> =>
      this.#answer(exchange, await memory.remembering(exchange, call));
    return this.#read(exchange, protocol, answer, undefined, memory);
  }

  /** The tokens that a request would cost as input. @throws GatewayError */
  count(exchange: ClientExchange, protocol: TranslatedProtocol, memory?: AnswerMemory): Promise<number> {
    const count = (call: TranslatedCall<Asked, unknown>): Promise<number> =>
      this.counts.count(exchange, call);
    return this.#read(exchange, protocol, count, undefined, memory);
  }

  #answer(exchange: ClientExchange, call: TranslatedCall<Asked, unknown>): Promise<void> {
    const isImageChat = this.imageChats.isFor(call.opened.asked.model);
    return isImageChat ? this.imageChats.answer(exchange, call) : this.calls.answer(exchange, call);
  }

  async #read<Result>(
    exchange: ClientExchange,
    protocol: TranslatedProtocol,
    use: (call: TranslatedCall<Asked, unknown>) => Promise<Result>,
    place?: ModelPlace,
    memory?: Pick<AnswerMemory, 'earlier'>,
  ): Promise<Result> {
    const body = await this.bodies.readDecoded(exchange);
    const { recipe, adapter } = this.#adapterOf()(protocol);
    let opened = await this.opener.open(recipe, adapter, body);
    try {
      const earlier = await memory?.earlier(exchange, opened.asked);
      if (earlier !== undefined) opened = await this.opener.recall(recipe, opened, body, earlier);
      const known = this.names.whenKnown(opened.asked.model);
      if (known !== undefined) await known;
      const named = this.names.featuresFor(opened.asked.model);
      const features = place?.featuresOf(named) ?? named;
      exchange.facts.model = features.model;
      const found = this.#ownerOf(exchange, opened.needs);
      const owner = found && (await found);
      return await use({
        adapter,
        opened,
        features,
        pool: this.pools.of(owner?.keyKind ?? place?.keyKind ?? 'gemini'),
        pinnedTo: owner?.keyId,
        isModelListed: this.models.offers(features.model, 'generateContent'),
        place,
        ...this.answers.aboutAnswers(exchange, protocol, features),
      });
    } finally {
      opened.close();
    }
  }

  /** Whose key upstream keeps something for that the request names; undefined, and at once, for nearly every one. */
  #ownerOf(
    { identity }: ClientExchange,
    needs: readonly Need[],
  ): Promise<ResourceOwner | undefined> | undefined {
    const names = needs.flatMap((need) => (need.kind === 'owner' ? [need.name] : []));
    return names.length === 0 ? undefined : this.pins.pinOf(identity, names);
  }
}

interface MadeAdapter {
  readonly recipe: AdapterRecipe;
  readonly adapter: ReturnType<typeof makeAdapter>;
}

function makeWith(recipe: AdapterRecipe): MadeAdapter {
  return { recipe, adapter: makeAdapter(recipe) };
}
