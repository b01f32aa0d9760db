/** A reply as it came, whole. */
export interface ApiReply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** The API cannot be reached: nothing can be said about it. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** How a call shows its key: as the facts want it, in a wrong way, or twice. */
export type Credential = 'header' | 'query' | 'bearer' | 'wrong-key' | 'twice';

/** The Gemini API at one address with one key, without a library in between: the wire is what is looked at. */
export class GeminiApi {
  readonly #baseUrl: string;
  readonly #key: string;

  constructor(baseUrl: string, key: string) {
    this.#baseUrl = baseUrl;
    this.#key = key;
  }

  /** GET without a body, POST with one. Rejects with an UnreachableError when there is no reply. */
  async call(path: string, body?: unknown, credential: Credential = 'header'): Promise<ApiReply> {
    const url = new URL(this.#baseUrl + path);
    const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    this.#show(credential, url, headers);
    const method = body === undefined ? 'GET' : 'POST';
    const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) };
    const reply = await fetch(url, init).catch((error: unknown) => {
      throw new UnreachableError(`${this.#baseUrl} cannot be reached: ${reasonOf(error)}.`);
    });
    const text = await reply.text();
    return {
      status: reply.status,
      contentType: reply.headers.get('content-type') ?? '',
      text,
      json: parse(text),
    };
  }

  #show(credential: Credential, url: URL, headers: Record<string, string>): void {
    if (credential === 'header' || credential === 'twice') headers['x-goog-api-key'] = this.#key;
    if (credential === 'query') url.searchParams.set('key', this.#key);
    if (credential === 'bearer' || credential === 'twice') headers.authorization = `Bearer ${this.#key}`;
    if (credential === 'wrong-key') headers['x-goog-api-key'] = 'AIzaSy-nobody-has-this-key-000000000000';
  }
}

/** The code of the socket's error, which fetch wraps. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? message;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
