import { Injectable } from '@nestjs/common';
import { parseJsonObject } from '../../core/json-body';
import { derive } from '../../core/settings/derive';
import { SettingsStore } from '../../core/settings/settings-store';
import { SoundEncoders } from '../../core/speech/sound-encoders';
import { encodeSound, SPEECH_TYPES } from '../../core/speech/sound/encode-sound';
import type { Sound } from '../../core/speech/sound/sound';
import { speechEventsOf } from '../../core/speech/speech-events';
import { speechModelOf } from '../../core/speech/speech-model';
import { parseSpeechOrder, type SpeechOrder } from '../../core/speech/speech-order';
import { type SpeechPolicy, toSpeechRequest } from '../../core/speech/speech-request';
import { soundOf } from '../../core/speech/spoken-sound';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { ClientRoute, ClientRouteSource } from '../../http/routing/client-route';
import { ClientRoutes } from '../../http/routing/client-routes.decorator';
import { OPENAI_PREFIXES } from '../../http/routing/openai-prefixes';
import { eventFrame, EventStreams } from '../gateway/event-streams';
import { ReadCalls } from '../gateway/read-calls';
import { RequestBodies } from '../gateway/request-bodies';
import { KeyPools } from '../keys/key-pools';
import { ModelCatalog } from '../models/model-catalog';
import { ModelNames } from '../models/model-names';

/** OpenAI's speech, spoken by Gemini's models. */
@ClientRoutes()
@Injectable()
export class SpeechRoutes implements ClientRouteSource {
  readonly #policy: () => SpeechPolicy;

  constructor(
    private readonly bodies: RequestBodies,
    private readonly calls: ReadCalls,
    private readonly events: EventStreams,
    private readonly encoders: SoundEncoders,
    private readonly pools: KeyPools,
    private readonly names: ModelNames,
    private readonly models: ModelCatalog,
    private readonly store: SettingsStore,
  ) {
    this.#policy = derive(store, ({ TTS_VOICE_NAME, TTS_SPEED }) => ({
      voice: TTS_VOICE_NAME,
      pace: TTS_SPEED,
    }));
  }

  routes(): ClientRoute[] {
    return OPENAI_PREFIXES.map((prefix) => ({
      method: 'POST',
      path: `${prefix}/audio/speech`,
      protocol: 'openai-chat',
      auth: 'client',
      summary: 'Speech out of a text, as a file or as events',
      handle: (exchange) => this.#speak(exchange),
    }));
  }

  async #speak(exchange: ClientExchange): Promise<void> {
    const order = parseSpeechOrder(parseJsonObject(await this.bodies.readDecoded(exchange)));
    const model = this.#modelOf(order);
    exchange.facts.model = model;
    if (order.isStream) {
      return this.events.answer(exchange, async (frames) => {
        const file = await this.#fileOf(exchange, order, model);
        for (const event of speechEventsOf(file, exchange.facts.usage))
          frames.write(eventFrame(event.type, event));
      });
    }
    const file = await this.#fileOf(exchange, order, model);
    exchange.writeHead(200, {
      'content-type': SPEECH_TYPES[order.format],
      'content-length': String(file.length),
    });
    exchange.response.end(file);
  }

  async #fileOf(exchange: ClientExchange, order: SpeechOrder, model: string): Promise<Buffer> {
    const reply = await this.calls.generate(exchange, {
      model,
      body: toSpeechRequest(order, model, this.#policy()),
      pool: this.pools.of('gemini'),
      isModelListed: this.models.offers(model, 'generateContent'),
    });
    return this.#encode(soundOf(reply), order);
  }

  #encode(sound: Sound, { format }: SpeechOrder): Promise<Buffer> {
    const isCheap = format === 'wav' || format === 'pcm';
    return isCheap ? encodeSound(sound, format) : this.encoders.encode(sound, format);
  }

  /** @throws ModelNotFoundError */
  #modelOf({ model }: SpeechOrder): string {
    const asked = model === undefined ? undefined : this.names.featuresFor(model).model;
    return this.names.featuresFor(speechModelOf(asked, this.store.current.TTS_MODEL)).model;
  }
}
