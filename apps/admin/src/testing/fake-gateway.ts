import {
  KEY_STATES,
  type ImportKeysResultDto,
  type KeyDto,
  type KeyListDto,
  type KeyTotalsDto,
} from '@gemini-balance/shared';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A key as the gateway describes it: ready, never used. */
export function aKey(given: Partial<KeyDto> & { id: number }): KeyDto {
  return {
    maskedSecret: `AIza…${String(given.id).padStart(4, '0')}`,
    kind: 'gemini',
    state: 'ready',
    holds: [],
    failures: 0,
    inFlight: 0,
    weight: 1,
    source: 'admin',
    createdAtMs: 0,
    ...given,
  };
}

/** Stands between the dashboard and the network in every spec. */
export const network = setupServer();

/** The admin REST in memory. */
export class FakeGateway {
  keys: KeyDto[] = [];
  token = 'right';
  hasSession = true;
  /** Answers to give, once each, instead of the usual; by `METHOD /path`. */
  readonly instead = new Map<string, Answer>();
  /** Answers of further parts of the REST, given what was sent; by `METHOD /path`. */
  readonly routes = new Map<string, (sent: Record<string, unknown>) => Answer>();
  /** Every call so far, as `METHOD /path`. */
  readonly calls: string[] = [];

  static install(): FakeGateway {
    const gateway = new FakeGateway();
    network.resetHandlers(http.all('*/api/*', ({ request }) => gateway.handle(request)));
    return gateway;
  }

  private async handle(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const call = `${request.method} ${pathname.replace('/api', '')}`;
    this.calls.push(call);
    const sent = JSON.parse((await request.text()) || '{}') as Record<string, unknown>;
    const { status, body, headers } = this.take(call) ?? this.answer(call, sent, searchParams);
    if (body === undefined) return new HttpResponse(null, { status, headers });
    return HttpResponse.json(body as object, { status, headers });
  }

  private take(call: string): Answer | undefined {
    const answer = this.instead.get(call);
    this.instead.delete(call);
    return answer;
  }

  private answer(call: string, body: Record<string, unknown>, search: URLSearchParams): Answer {
    if (call === 'POST /auth/login') return this.login(body['token']);
    if (!this.hasSession) return anError(401, 'unauthenticated', 'Sign in first.');
    const route = this.routes.get(call);
    if (route) return route(body);
    switch (call) {
      case 'POST /auth/logout':
        this.hasSession = false;
        return { status: 204 };
      case 'GET /auth/session':
        return { status: 200, body: { expiresAtMs: 0 } };
      case 'GET /keys':
        return { status: 200, body: this.list(Object.fromEntries(search)) };
      case 'POST /keys/preview':
        return { status: 200, body: foundIn(String(body['text'])) };
      case 'POST /keys/import':
        return { status: 200, body: this.import(String(body['text'])) };
      default:
        return call.startsWith('POST /keys/')
          ? this.change(call, body['ids'] as number[])
          : anError(404, 'not_found', 'No such path.');
    }
  }

  private login(token: unknown): Answer {
    this.hasSession = token === this.token;
    return this.hasSession
      ? { status: 200, body: { expiresAtMs: 0 } }
      : anError(401, 'unauthenticated', 'Wrong token.');
  }

  private list({ state, search, cursor, limit }: Partial<Record<string, string>>): KeyListDto {
    const matching = this.keys.filter(
      (key) =>
        (state === undefined || key.state === state) &&
        (search === undefined || key.note?.includes(search)) &&
        (cursor === undefined || key.id < Number(cursor)),
    );
    const items = matching.slice(0, Number(limit));
    const nextCursor = matching.length > items.length ? String(items.at(-1)?.id) : undefined;
    return { items, totals: totalsOf(this.keys), nextCursor };
  }

  private import(text: string): ImportKeysResultDto {
    const result = foundIn(text);
    for (const { maskedSecret } of result.found) {
      this.keys = [aKey({ id: (this.keys[0]?.id ?? 0) + 1, maskedSecret }), ...this.keys];
    }
    return result;
  }

  private change(call: string, ids: number[]): Answer {
    const chosen = (key: KeyDto): boolean => ids.includes(key.id);
    const changed = this.keys.filter(chosen).length;
    if (call.endsWith('/delete')) this.keys = this.keys.filter((key) => !chosen(key));
    else {
      const state = call.endsWith('/disable') ? 'disabled' : 'ready';
      this.keys = this.keys.map((key) => (chosen(key) ? { ...key, state } : key));
    }
    return { status: 200, body: { changed } };
  }
}

/** An answer in the shape of every refusal of the admin REST. */
export function anError(
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): Answer {
  return { status, body: { error: { code, message } }, headers };
}

function foundIn(text: string): ImportKeysResultDto {
  const found = [...text.matchAll(/AIza\w+/g)].map(([secret]) => ({
    maskedSecret: `AIza…${secret.slice(-4)}`,
    line: 1,
    status: 'new' as const,
  }));
  return { found, counts: { new: found.length, duplicate: 0, malformed: 0 } };
}

function totalsOf(keys: KeyDto[]): KeyTotalsDto {
  const counts = KEY_STATES.map((state) => [state, keys.filter((key) => key.state === state).length]);
  return { ...(Object.fromEntries(counts) as Omit<KeyTotalsDto, 'total'>), total: keys.length };
}
