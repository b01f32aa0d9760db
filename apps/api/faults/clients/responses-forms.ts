import type { ClientForm, Story } from './story';
import { eventData, joined } from './story';

interface ResponseObject {
  readonly status: string;
  readonly error?: { readonly message: string } | null;
  readonly output: readonly { readonly content?: readonly { readonly text?: string }[] }[];
}

interface ResponseEvent {
  readonly type: string;
  readonly delta?: string;
  readonly message?: string;
  readonly response?: ResponseObject;
}

function storyOf(reply: ResponseObject | { readonly error: { readonly message: string } }): Story {
  if (!('output' in reply)) return { text: '', isFinished: false, fault: reply.error.message };
  return {
    text: reply.output.flatMap(({ content = [] }) => content.map(({ text = '' }) => text)).join(''),
    isFinished: reply.status === 'completed' || reply.status === 'incomplete',
    fault: reply.error?.message,
  };
}

function partOf({ type, delta, message, response }: ResponseEvent): Partial<Story> {
  switch (type) {
    case 'response.output_text.delta':
      return { text: delta ?? '' };
    case 'response.completed':
    case 'response.incomplete':
      return { isFinished: true };
    case 'response.failed':
      return { fault: response?.error?.message };
    case 'error':
      return { fault: message };
    default:
      return {};
  }
}

const form = (isStream: boolean): ClientForm => ({
  name: isStream ? 'responses stream' : 'responses',
  isStream,
  path: () => '/v1/responses',
  body: (model, prompt) => ({ model, stream: isStream, store: false, input: prompt }),
  read: (text) =>
    text.startsWith('{')
      ? storyOf(JSON.parse(text) as ResponseObject)
      : joined(eventData(text).map((data) => partOf(JSON.parse(data) as ResponseEvent))),
});

/** OpenAI's responses. */
export const responsesForms: readonly ClientForm[] = [form(false), form(true)];
