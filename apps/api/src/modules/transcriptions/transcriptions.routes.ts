import { Injectable } from '@nestjs/common';
import { InvalidRequestError } from '../../core/gateway-error';
import type { ChunkTarget } from '../../core/gateway/chunks/chunk-target';
import type { UsageMetadata } from '../../core/gemini/reply/usage';
import type { JsonObject } from '../../core/json-object';
import { SettingsStore } from '../../core/settings/settings-store';
import { toRecording } from '../../core/transcriptions/recording';
import { audible, timedTranscriptOf, transcriptOf, wordsIn } from '../../core/transcriptions/transcript';
import { toTranscriptAnswer, toTranscriptionUsage } from '../../core/transcriptions/transcript-answer';
import {
  isTimed,
  parseTranscriptionOrder,
  transcriptionModelOf,
  type TranscriptionOrder,
} from '../../core/transcriptions/transcription-order';
import { toTranscriptionRequest } from '../../core/transcriptions/transcription-request';
import { type MultipartForm, parseMultipartForm } from '../../http/body/multipart-form';
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

type Task = TranscriptionOrder['task'];
const PATHS: Readonly<Record<Task, string>> = { transcribe: 'transcriptions', translate: 'translations' };

/** OpenAI's transcriptions, written by models that understand sound. */
@ClientRoutes()
@Injectable()
export class TranscriptionsRoutes implements ClientRouteSource {
  constructor(
    private readonly bodies: RequestBodies,
    private readonly calls: ReadCalls,
    private readonly events: EventStreams,
    private readonly pools: KeyPools,
    private readonly names: ModelNames,
    private readonly models: ModelCatalog,
    private readonly store: SettingsStore,
  ) {}

  routes(): ClientRoute[] {
    const route = (prefix: string, task: Task, summary: string): ClientRoute => ({
      method: 'POST',
      path: `${prefix}/audio/${PATHS[task]}`,
      protocol: 'openai-chat',
      auth: 'client',
      summary,
      handle: (exchange) => this.#transcribe(exchange, task),
    });
    return OPENAI_PREFIXES.flatMap((prefix) => [
      route(prefix, 'transcribe', 'What is said in a recording, as text, subtitles or events'),
      route(prefix, 'translate', 'What is said in a recording, in English'),
    ]);
  }

  async #transcribe(exchange: ClientExchange, task: Task): Promise<void> {
    const form = await this.#formOf(exchange);
    const order = parseTranscriptionOrder(fieldsOf(form), task);
    const file = form.files.get('file')?.[0];
    if (file === undefined)
      throw new InvalidRequestError('file is missing: the recording.', { field: 'file' });
    const recording = toRecording(file);
    this.bodies.hold(exchange, recording.base64.length);
    const model = this.#modelOf(order);
    exchange.facts.model = model;
    const call = {
      model,
      body: toTranscriptionRequest(order, recording, this.store.current.SAFETY_SETTINGS),
      pool: this.pools.of('gemini'),
      isModelListed: this.models.offers(model, 'generateContent'),
    };
    if (order.isStream) return this.#stream(exchange, call);
    const reply = await this.calls.generate(exchange, call);
    const transcript = isTimed(order) ? timedTranscriptOf(reply) : transcriptOf(reply);
    const answer = toTranscriptAnswer(order, transcript, recording, reply.usageMetadata);
    if ('json' in answer) return exchange.sendJson(answer.json);
    exchange.writeHead(200, { 'content-type': answer.contentType });
    exchange.response.end(answer.text);
  }

  #stream(exchange: ClientExchange, call: Parameters<ReadCalls['stream']>[1]): Promise<void> {
    return this.events.answer(exchange, async (frames) => {
      let [text, sent] = ['', ''];
      let usage: UsageMetadata | undefined;
      const target: ChunkTarget = {
        take: (chunk) => {
          usage = chunk.usageMetadata ?? usage;
          text += wordsIn(chunk);
          // Until more has come, this may be what the model says where nobody speaks.
          if (audible(text) === '') return;
          frames.write(eventFrame('transcript.text.delta', deltaOf(text.slice(sent.length))));
          sent = text;
        },
        flush: () => true,
        onDrain: () => undefined,
      };
      await this.calls.stream(exchange, call, target);
      const type = 'transcript.text.done';
      frames.write(eventFrame(type, { type, text: audible(text), usage: toTranscriptionUsage(usage) }));
    });
  }

  async #formOf(exchange: ClientExchange): Promise<MultipartForm> {
    const contentType = exchange.request.headers['content-type'] ?? '';
    const body = await this.bodies.readDecoded(exchange);
    return parseMultipartForm(contentType, body);
  }

  /** @throws ModelNotFoundError */
  #modelOf({ model }: TranscriptionOrder): string {
    const asked = model === undefined ? undefined : this.names.featuresFor(model).model;
    return this.names.featuresFor(transcriptionModelOf(asked, this.store.current.TRANSCRIPTION_MODEL)).model;
  }
}

function deltaOf(delta: string) {
  return { type: 'transcript.text.delta', delta };
}

/** The fields of a form with the types they have in JSON. */
function fieldsOf({ fields }: MultipartForm): JsonObject {
  const [temperature] = fields.get('temperature') ?? [];
  const texts = [...fields].map(([name, [value]]) => [name, value ?? null] as const);
  return {
    ...Object.fromEntries(texts),
    temperature: temperature ? Number(temperature) : null,
    timestamp_granularities: fields.get('timestamp_granularities') ?? null,
    stream: fields.get('stream')?.[0] === 'true',
  };
}
