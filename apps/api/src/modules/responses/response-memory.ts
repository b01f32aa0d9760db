import { OverBudgetError } from '../../core/gateway-error';
import type { OpenedRequest } from '../../core/gateway/translation/opened-request';
import type { JsonObject } from '../../core/json-object';
import { responseOfItem } from '../../core/protocol/openai-responses/reply/item-ids';
import type { ResponseObject } from '../../core/protocol/openai-responses/reply/response-object';
import type { ResponsesAsked } from '../../core/protocol/openai-responses/reply/responses-asked';
import type { ResponsesStreamEncoder } from '../../core/protocol/openai-responses/reply/responses-stream-encoder';
import type { Asked, GivenSignature } from '../../core/protocol/protocol-adapter';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { TranslatedCall } from '../gateway/translated-calls';
import type { AnswerMemory } from '../translation/answer-memory';
import { KeptStream } from './kept-stream';
import { itemNotFound, PreviousResponseNotFoundError } from './response-errors';
import { earlierText, inputItems, outputItems } from './response-items';
import type { StoredResponse } from './stored-response.repository';
import type { StoredResponses } from './stored-responses';

/** A larger input is not kept: what a statement of the database holds is limited. */
const LARGEST_KEPT_BYTES = 6 * 1024 * 1024;
const BUSY_WAIT_MS = 2_000;

/** What a request and its response say, as far as they are kept together. */
interface Keepable {
  readonly tokenId: number;
  readonly previous: StoredResponse | undefined;
  readonly input: string;
}

/** Lets responses go on from those that are kept, and keeps them in their turn. */
export class ResponseMemory implements AnswerMemory {
  /** The response that each request goes on from, for as long as it is answered. */
  readonly #previous = new WeakMap<ClientExchange, StoredResponse>();

  constructor(private readonly stored: StoredResponses) {}

  /** @throws PreviousResponseNotFoundError, NotFoundError, OverBudgetError */
  async earlier(exchange: ClientExchange, asked: Asked): Promise<Buffer | undefined> {
    const { previousResponseId: previousId, references } = asked as ResponsesAsked;
    if (previousId === undefined && references.length === 0) return undefined;
    const tokenId = tokenOf(exchange);
    const conversation = previousId === undefined ? [] : await this.#conversation(tokenId, previousId);
    const last = conversation.at(-1);
    if (last !== undefined) this.#previous.set(exchange, last);
    const { referenced, owners } = await this.#referenced(tokenId, references);
    const signatures = Object.assign(
      {},
      ...[...conversation, ...owners].map((each) => JSON.parse(each.signatures) as object),
    ) as Record<string, string>;
    return earlierText(conversation, referenced, signatures);
  }

  async remembering<Question extends Asked, Body>(
    exchange: ClientExchange,
    call: TranslatedCall<Question, Body>,
  ): Promise<TranslatedCall<Question, Body>> {
    const asked = call.opened.asked as unknown as ResponsesAsked;
    if (!asked.isKept) return call;
    const record = this.stored.isKeeping ? await call.opened.record() : undefined;
    if (record === undefined || record.length > LARGEST_KEPT_BYTES) return unkept(call, record !== undefined);
    const keepable = {
      tokenId: tokenOf(exchange),
      previous: this.#previous.get(exchange),
      input: record.toString('utf8'),
    };
    const { adapter } = call;
    let keptId: string | undefined;
    const keep = (body: ResponseObject, signatures: readonly GivenSignature[]): void => {
      keptId = body.id;
      this.#keep(keepable, body, signatures);
    };
    return {
      ...call,
      beforeEnd: async () => {
        if (keptId !== undefined) await this.stored.written(keptId);
      },
      adapter: {
        toResponse: (...given) => {
          const answer = adapter.toResponse(...given);
          keep(answer.body as ResponseObject, answer.signatures);
          return answer;
        },
        openStream: (...given) => {
          const encoder = adapter.openStream(...given) as ResponsesStreamEncoder;
          return new KeptStream(encoder, (body) => keep(body, encoder.signatures));
        },
      },
    };
  }

  #keep(
    { tokenId, previous, input }: Keepable,
    body: ResponseObject,
    given: readonly GivenSignature[],
  ): void {
    const { output, ...response } = body;
    this.stored.keep({
      id: body.id,
      tokenId,
      previousId: previous?.id ?? null,
      rootId: previous?.rootId ?? body.id,
      input,
      output: JSON.stringify(output),
      response: JSON.stringify(response),
      signatures: JSON.stringify(
        Object.fromEntries(given.map(({ callId, signature }) => [callId, signature])),
      ),
    });
  }

  async #conversation(tokenId: number, id: string): Promise<StoredResponse[]> {
    const found = await this.stored.conversation(tokenId, id).catch(unreadable);
    if (found === undefined) throw new PreviousResponseNotFoundError(id);
    return found;
  }

  /** Items by their ids, and the responses that they belong to. */
  async #referenced(
    tokenId: number,
    ids: readonly string[],
  ): Promise<{
    readonly referenced: Record<string, JsonObject>;
    readonly owners: readonly StoredResponse[];
  }> {
    const owners = new Map<string, StoredResponse>();
    const referenced: Record<string, JsonObject> = {};
    for (const id of ids) {
      const responseId = responseOfItem(id);
      const known = responseId === undefined ? undefined : owners.get(responseId);
      const owner =
        known ??
        (responseId === undefined
          ? undefined
          : await this.stored.find(tokenId, responseId).catch(unreadable));
      const item = owner && [...outputItems(owner), ...inputItems(owner)].find((each) => each.id === id);
      if (owner === undefined || item === undefined) throw itemNotFound(id);
      owners.set(owner.id, owner);
      referenced[id] = item;
    }
    return { referenced, owners: [...owners.values()] };
  }
}

/** The client is told in the response, and the operator in the log, that it will not be kept. */
function unkept<Question extends Asked, Body>(
  call: TranslatedCall<Question, Body>,
  isTooLarge: boolean,
): TranslatedCall<Question, Body> {
  const { opened } = call;
  const asked = opened.asked as unknown as ResponsesAsked;
  const reason = isTooLarge ? 'its input is too large' : 'STORED_RESPONSES_DAYS is 0';
  const told: OpenedRequest<Question> = {
    ...opened,
    asked: { ...opened.asked, echo: { ...asked.echo, store: false } },
    translate: async (...given) => {
      const { bodies, changes } = await opened.translate(...given);
      return { bodies, changes: [...changes, `response not kept, ${reason}`] };
    },
  };
  return { ...call, opened: told };
}

function tokenOf({ identity }: ClientExchange): number {
  return identity?.id ?? 0;
}

function unreadable(cause: unknown): never {
  const options = { retryAfterMs: BUSY_WAIT_MS, cause };
  throw new OverBudgetError('Earlier responses cannot be read at this moment. Try again shortly.', options);
}
