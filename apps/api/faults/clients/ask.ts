import { CLIENT_TOKEN } from '../../test/support/processes/gateway-process';
import { chatForms } from './chat-forms';
import { geminiForms } from './gemini-forms';
import { messagesForms } from './messages-forms';
import { responsesForms } from './responses-forms';
import type { ClientForm, Story } from './story';

/** After this a client takes the gateway for hung: the search for a key ends within 30 s. */
const PATIENCE_MS = 60_000;

/** Every way to ask for text. */
export const CLIENT_FORMS: readonly ClientForm[] = [
  ...geminiForms,
  ...chatForms,
  ...responsesForms,
  ...messagesForms,
];

/** What a client was told. */
export interface Answer {
  readonly form: ClientForm;
  readonly model: string;
  readonly status: number;
  /** Of the header `Retry-After`. */
  readonly retryAfterS: number | undefined;
  /** Undefined where the answer cannot be read; then `torn` says why. */
  readonly story: Story | undefined;
  readonly torn: string | undefined;
  /** From the request to the head of its answer. */
  readonly headMs: number;
}

export async function ask(
  gatewayUrl: string,
  form: ClientForm,
  model: string,
  prompt = `Tell a story about ${model}`,
): Promise<Answer> {
  const startedAt = performance.now();
  let head = { status: 0, retryAfterS: undefined as number | undefined, headMs: 0 };
  try {
    const response = await fetch(gatewayUrl + form.path(model), {
      method: 'POST',
      // Each dialect finds its own credential among them.
      headers: { authorization: `Bearer ${CLIENT_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(form.body(model, prompt)),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const wait = response.headers.get('retry-after');
    head = {
      status: response.status,
      retryAfterS: wait === null ? undefined : Number(wait),
      headMs: performance.now() - startedAt,
    };
    return { form, model, ...head, story: form.read(await response.text()), torn: undefined };
  } catch (error) {
    return { form, model, ...head, story: undefined, torn: wordsOf(error) };
  }
}

function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error;
  return `${name}: ${message}${cause instanceof Error ? ` (${cause.message})` : ''}`;
}
