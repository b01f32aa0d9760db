import type { Worker } from 'node:worker_threads';
import { InternalError, InvalidRequestError } from '../../gateway-error';
import type { ModelFeatures } from '../../gemini/models/model-features';
import type { AdapterRecipe } from '../../protocol/adapter-recipe';
import type { Asked, Resolved } from '../../protocol/protocol-adapter';
import type { OpenedRequest, SerialisedTranslation } from '../translation/opened-request';
import type {
  OpenedFacts,
  RecordedBody,
  ThreadAnswer,
  ThreadQuestion,
  ThreadValue,
  TranslatedBodies,
} from './messages';
import { asBuffer, ownMemory } from './serve-translations';

/** Without the number that it is sent under. */
type WithoutNumber<Kind> = Kind extends { readonly number: number } ? Omit<Kind, 'number'> : never;
type Question = WithoutNumber<ThreadQuestion>;
type TranslatingWorker = Pick<Worker, 'postMessage' | 'on' | 'unref' | 'terminate'>;

interface Waiting {
  resolve(value: ThreadValue): void;
  reject(error: Error): void;
}

/**
 * A thread beside the event loop, for requests that are so large that reading them would hold everybody else up. Started
 * when the first one comes, and started again after a crash.
 */
export class TranslationThread {
  #worker: TranslatingWorker | undefined;
  #lastNumber = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(private readonly start: () => TranslatingWorker) {}

  /** Reads a body, which must not be used afterwards. @throws InvalidRequestError, InternalError */
  async open<Question extends Asked>(recipe: AdapterRecipe, body: Buffer): Promise<OpenedRequest<Question>> {
    const request = this.#lastNumber + 1;
    const facts = (await this.#ask({ kind: 'open', recipe, body }, ownMemory(body))) as OpenedFacts;
    return this.#opened(request, facts);
  }

  #opened<Question extends Asked>(request: number, { asked, needs }: OpenedFacts): OpenedRequest<Question> {
    const ask = async (
      kind: 'translate' | 'repair',
      resolved: Resolved,
      features: ModelFeatures,
    ): Promise<SerialisedTranslation | undefined> => {
      const value = (await this.#ask({ kind, request, resolved, features })) as TranslatedBodies | undefined;
      return value && { bodies: value.bodies.map(asBuffer), changes: value.changes };
    };
    return {
      asked: asked as Question,
      needs,
      translate: async (resolved, features) => (await ask('translate', resolved, features))!,
      repair: (resolved, features) => ask('repair', resolved, features),
      record: async () => {
        const { record } = (await this.#ask({ kind: 'record', request })) as RecordedBody;
        return record && asBuffer(record);
      },
      recall: async (earlier) => {
        const facts = (await this.#ask({ kind: 'recall', request, earlier })) as OpenedFacts;
        return this.#opened<Question>(request, facts);
      },
      close: () => this.#worker?.postMessage({ kind: 'close', request } satisfies ThreadQuestion),
    };
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #ask(question: Question, transfers: ArrayBuffer[] = []): Promise<ThreadValue> {
    const number = ++this.#lastNumber;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#running().postMessage({ ...question, number }, transfers);
    });
  }

  #running(): TranslatingWorker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.start();
    worker.on('message', (answer: ThreadAnswer) => this.#take(answer));
    worker.on('error', (error: Error) => this.#crashed(worker, error));
    worker.on('exit', () => this.#crashed(worker, new Error('The translating thread has ended.')));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #take(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.number);
    this.#waiting.delete(answer.number);
    if ('value' in answer) waiting?.resolve(answer.value);
    else if ('refusal' in answer) {
      const { message, field } = answer.refusal;
      waiting?.reject(new InvalidRequestError(message, { field }));
    } else
      waiting?.reject(new InternalError('The request could not be translated.', { cause: answer.mistake }));
  }

  #crashed(worker: TranslatingWorker, cause: Error): void {
    if (this.#worker === worker) this.#worker = undefined;
    for (const { reject } of this.#waiting.values())
      reject(new InternalError('The request could not be translated.', { cause }));
    this.#waiting.clear();
  }
}
