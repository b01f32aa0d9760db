import type { MessagePort } from 'node:worker_threads';
import { InvalidRequestError } from '../../gateway-error';
import { makeAdapter } from '../../protocol/adapter-recipe';
import { openHere, type OpenedRequest, type SerialisedTranslation } from '../translation/opened-request';
import type { OpenedFacts, ThreadAnswer, ThreadQuestion, ThreadValue } from './messages';

/** Reads and translates requests for another thread, which asks through the port. */
export function serveTranslations(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  const requests = new Map<number, OpenedRequest>();

  const factsOf = (request: number, opened: OpenedRequest): OpenedFacts => {
    requests.set(request, opened);
    return { asked: opened.asked, needs: opened.needs };
  };

  const valueOf = async (question: Exclude<ThreadQuestion, { kind: 'close' }>): Promise<ThreadValue> => {
    if (question.kind === 'open') {
      return factsOf(question.number, openHere(makeAdapter(question.recipe), asBuffer(question.body)));
    }
    const opened = requests.get(question.request);
    if (opened === undefined) throw new Error('The request was closed.');
    switch (question.kind) {
      case 'record':
        return { record: await opened.record() };
      case 'recall':
        return factsOf(question.request, await opened.recall(asBuffer(question.earlier)));
      default:
        return opened[question.kind](question.resolved, question.features);
    }
  };

  const serve = async (question: ThreadQuestion): Promise<void> => {
    if (question.kind === 'close') return void requests.delete(question.request);
    const { number } = question;
    try {
      const value = await valueOf(question);
      port.postMessage({ number, value } satisfies ThreadAnswer, transfersOf(value));
    } catch (error) {
      port.postMessage(failureOf(number, error));
    }
  };

  port.on('message', (question: ThreadQuestion) => void serve(question));
}

function failureOf(number: number, error: unknown): ThreadAnswer {
  if (error instanceof InvalidRequestError)
    return { number, refusal: { message: error.message, field: error.field } };
  return { number, mistake: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function transfersOf(value: object | undefined): ArrayBuffer[] {
  const { bodies } = (value ?? {}) as Partial<SerialisedTranslation>;
  return (bodies ?? []).flatMap(ownMemory);
}

/** The memory of bytes, where they share it with nothing: it can be handed over instead of copied. */
export function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}

export function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
