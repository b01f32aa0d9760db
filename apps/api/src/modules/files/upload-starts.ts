import type { Dispatcher, DispatchResult } from '../../core/gateway/dispatch/dispatcher';
import { UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import { isJsonObject } from '../../core/json-object';
import type { KeyId } from '../../core/keypool/hold';
import { Secret } from '../../core/secret';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { PublicOrigin } from '../../http/origin/public-origin';
import type { RequestBodies } from '../gateway/request-bodies';
import type { KeyPools } from '../keys/key-pools';
import type { KnownResources } from '../resources/known-resources';
import { ResourceExistsError } from '../resources/resource-errors';
import type { ResourceOwner } from '../resources/stored-resource';
import type { UploadSessions } from '../resources/upload-sessions';
import type { RecentUploadKeys } from './recent-upload-keys';
import { uploadReplyHeaders, uploadRequestHeaders } from './upload-headers';
import { UPLOAD_SCOPE, type UploadTarget } from './upload-target';

/** A call about an upload whose body is held, so that another key can be tried. */
export type HeldUpload = Pick<UpstreamCall, 'method' | 'path' | 'headers' | 'body'>;

/** Begins uploads: finds a key that takes them, and gives the client an address on this gateway to send the bytes to. */
export class UploadStarts {
  constructor(
    private readonly dispatcher: Pick<Dispatcher, 'dispatch'>,
    private readonly pools: KeyPools,
    private readonly bodies: Pick<RequestBodies, 'read'>,
    private readonly sessions: Pick<UploadSessions, 'begin'>,
    private readonly known: Pick<KnownResources, 'find'>,
    private readonly recent: RecentUploadKeys,
    private readonly origin: PublicOrigin,
    private readonly nowMs: () => number,
  ) {}

  /** @throws GatewayError */
  async start(exchange: ClientExchange, { path, collection, owner }: UploadTarget): Promise<void> {
    const { request } = exchange;
    const body = await this.bodies.read(exchange);
    await this.#refuseTakenName(body);
    const headers = { 'content-type': 'application/json', ...uploadRequestHeaders(request.headers) };
    const { reply, keyId } = await this.send(
      exchange,
      { method: request.method ?? 'POST', path, headers, body },
      owner,
    );
    const address = reply.headers['x-goog-upload-url'] ?? reply.headers.location;
    if (typeof address !== 'string') throw withoutAddress();
    const id = await this.sessions.begin({
      url: new Secret(address),
      keyKind: owner?.keyKind ?? 'gemini',
      keyId,
      tokenId: exchange.identity?.id ?? 0,
      collection,
    });
    const url = `${this.origin.of(request)}${pathOf(request.url)}?upload_id=${id}`;
    exchange.writeHead(reply.status, {
      'x-goog-upload-status': 'active',
      ...uploadReplyHeaders(reply.headers),
      // Each protocol has its own header for the address.
      ...('x-goog-upload-url' in reply.headers && { 'x-goog-upload-url': url }),
      ...('x-goog-upload-control-url' in reply.headers && { 'x-goog-upload-control-url': url }),
      ...('location' in reply.headers && { location: url }),
      'content-length': String(reply.body.length),
    });
    exchange.response.end(reply.body);
  }

  /** Sends to the owner's key, or to the key of the token's last upload and then to any other. @throws GatewayError */
  async send(
    exchange: ClientExchange,
    call: HeldUpload,
    owner: ResourceOwner | undefined,
  ): Promise<{ reply: CollectedReply; keyId: KeyId }> {
    const tokenId = exchange.identity?.id ?? 0;
    if (owner !== undefined)
      return this.#sent(exchange, await this.#dispatch(exchange, call, owner.keyId, owner.keyKind));
    const recent = this.recent.of(tokenId);
    const isReady = recent !== undefined && this.pools.of('gemini').stateOf(recent)?.state === 'ready';
    let first = isReady ? await this.#dispatch(exchange, call, recent) : undefined;
    // What the client has done wrong another key would refuse as well.
    if (
      first?.result.fault !== undefined &&
      (first.result.fault.status >= 429 || first.result.fault.status === 404)
    )
      first = undefined;
    const answered = this.#sent(exchange, first ?? (await this.#dispatch(exchange, call)));
    this.recent.note(tokenId, answered.keyId);
    return answered;
  }

  async #dispatch(
    exchange: ClientExchange,
    call: HeldUpload,
    pinnedTo?: KeyId,
    kind: ResourceOwner['keyKind'] = 'gemini',
  ): Promise<{ reply: CollectedReply; result: DispatchResult }> {
    const reply = new CollectedReply();
    const result = await this.dispatcher.dispatch({
      requestId: exchange.requestId,
      startedAtMs: exchange.startedAtMs,
      cancellation: exchange.clientLeft,
      origin: exchange,
      pool: this.pools.of(kind),
      model: '',
      isModelListed: false,
      pinnedTo,
      sink: reply,
      call: { ...call, replyForm: 'unary', scope: UPLOAD_SCOPE, expects: 'anything' },
    });
    exchange.facts.attempts = (exchange.facts.attempts ?? 0) + result.attempts;
    exchange.facts.keyId = result.keyId ?? exchange.facts.keyId;
    return { reply, result };
  }

  #sent(
    { facts }: ClientExchange,
    { reply, result }: { reply: CollectedReply; result: DispatchResult },
  ): { reply: CollectedReply; keyId: KeyId } {
    if (result.fault !== undefined) throw result.fault;
    if (result.keyId === undefined) throw withoutAddress();
    facts.firstByteAtMs = this.nowMs();
    return { reply, keyId: result.keyId };
  }

  /** Each project has names of its own, but a client of this gateway sees one of each. @throws ResourceExistsError */
  async #refuseTakenName(body: Buffer): Promise<void> {
    const chosen = chosenName(body);
    if (chosen === undefined) return;
    const name = chosen.startsWith('files/') ? chosen : `files/${chosen}`;
    const known = await this.known.find(name);
    const isTaken =
      known !== undefined && (known.expiresAtMs === undefined || known.expiresAtMs > this.nowMs());
    if (isTaken) throw new ResourceExistsError(name);
  }
}

function chosenName(body: Buffer): string | undefined {
  try {
    const request: unknown = JSON.parse(body.toString('utf8'));
    const file = isJsonObject(request) ? request.file : undefined;
    const name = isJsonObject(file) ? file.name : undefined;
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    // Upstream says what is wrong with it.
    return undefined;
  }
}

/** The path that the client used leads back here, whatever prefix it has. */
function pathOf(url = '/'): string {
  return url.split('?', 1)[0]!.replace(/^\/+/, '/');
}

function withoutAddress(): UpstreamFailureError {
  return new UpstreamFailureError(
    'upstream_failed',
    502,
    'Upstream began an upload without saying where to send it.',
  );
}
