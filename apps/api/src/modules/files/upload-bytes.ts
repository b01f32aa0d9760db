import type { Clock } from '../../core/clock';
import { ClientLeftError, NotFoundError } from '../../core/gateway-error';
import type { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { faultOfNoneReady } from '../../core/gateway/faults/final-fault';
import { faultOfPinnedKey } from '../../core/gateway/faults/pinned-fault';
import { UpstreamFailureError } from '../../core/gateway/faults/upstream-faults';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import { sendUpload } from '../../core/gateway/uploads/send-upload';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import { isLease, type Lease } from '../../core/keypool/lending/lease';
import type { ClientExchange } from '../../http/exchange/client-exchange';
import type { KeyPools } from '../keys/key-pools';
import { namedInReply } from '../resource-calls/named-in-reply';
import type { KnownResources } from '../resources/known-resources';
import type { ResourceOwner } from '../resources/stored-resource';
import type { UploadSessions } from '../resources/upload-sessions';
import { uploadReplyHeaders, uploadRequestHeaders } from './upload-headers';
import { uploadPlaceOf } from './upload-place';
import { UPLOAD_SCOPE, type UploadTarget } from './upload-target';

/** How the way to upstream is set up. */
export interface UploadPolicy {
  /** `BASE_URL` without its version. */
  readonly upstream: string;
  /** `TIME_OUT` */
  readonly patienceMs: number;
}

type PlacedCall = Pick<UpstreamCall, 'method' | 'path' | 'headers' | 'origin'>;

/** Passes the bytes of uploads on as they come, and notes what they have become. */
export class UploadBytes {
  constructor(
    private readonly sender: Pick<AttemptSender, 'send'>,
    private readonly pools: KeyPools,
    private readonly sessions: Pick<UploadSessions, 'find'>,
    private readonly known: Pick<KnownResources, 'keep'>,
    private readonly clock: Clock,
    private readonly policy: () => UploadPolicy,
  ) {}

  /** A further request about an upload that was begun: bytes, a question how many have come, an end. @throws GatewayError */
  async go(exchange: ClientExchange, uploadId: string): Promise<void> {
    const { identity, request } = exchange;
    const session = await this.sessions.find(uploadId);
    const isStranger = identity !== undefined && !identity.isAdmin && identity.id !== session?.tokenId;
    if (session === undefined || isStranger)
      throw new NotFoundError('There is no such upload: it is unknown, or was begun more than a week ago.');
    exchange.identity ??= { id: session.tokenId, name: '', isAdmin: session.tokenId === 0 };
    const place = uploadPlaceOf(session.url.reveal(), this.policy().upstream);
    if (place === undefined)
      throw new UpstreamFailureError('upstream_failed', 502, 'Upstream gave an address that is none.');
    const lease = this.pools.of(session.keyKind).acquireById(session.keyId, UPLOAD_SCOPE);
    if (!isLease(lease)) throw faultOfPinnedKey(lease, 'uploads', this.clock.nowMs());
    const headers = uploadRequestHeaders(request.headers);
    // Asked without a command, an upload tells how far it is.
    const isQuestion = request.method === 'GET' || request.method === 'HEAD';
    if (isQuestion) headers['x-goog-upload-command'] ??= 'query';
    const method = isQuestion ? 'POST' : (request.method ?? 'POST');
    await this.#pass(exchange, { ...place, method, headers }, lease, session.collection, session);
  }

  /** All of an upload in one request that is too long to be held: with the next key, and with no other. @throws GatewayError */
  async whole(
    exchange: ClientExchange,
    { path, collection, owner }: UploadTarget,
    headers: Record<string, string>,
  ): Promise<void> {
    const { identity, request } = exchange;
    const keyKind = owner?.keyKind ?? 'gemini';
    const pool = this.pools.of(keyKind);
    const lease =
      owner === undefined ? pool.acquire(UPLOAD_SCOPE) : pool.acquireById(owner.keyId, UPLOAD_SCOPE);
    if (!isLease(lease)) {
      const whyNone = owner === undefined ? faultOfNoneReady : faultOfPinnedKey;
      throw whyNone(lease, 'uploads', this.clock.nowMs());
    }
    const call = { method: request.method ?? 'POST', path, headers };
    await this.#pass(exchange, call, lease, collection, { keyKind, tokenId: identity?.id ?? 0 });
  }

  /** Tells the client what upstream has answered, once what was made is known. */
  async answer(
    exchange: ClientExchange,
    { status, headers, body }: Pick<CollectedReply, 'status' | 'headers' | 'body'>,
    collection: string,
    owner: ResourceOwner,
  ): Promise<void> {
    const { keyKind, keyId, tokenId } = owner;
    const made = status < 300 ? namedInReply({ name: collection }, parsed(body)) : [];
    await this.known.keep(made.map((named) => ({ ...named, keyKind, keyId, tokenId })));
    exchange.writeHead(status, { ...uploadReplyHeaders(headers), 'content-length': String(body.length) });
    exchange.response.end(body);
  }

  async #pass(
    exchange: ClientExchange,
    call: PlacedCall,
    lease: Lease,
    collection: string,
    owner: Omit<ResourceOwner, 'keyId'>,
  ): Promise<void> {
    const { request, facts } = exchange;
    const sink = new CollectedReply();
    const length = request.headers['content-length'];
    const { fault, attempts, keyId } = await sendUpload(
      this.sender,
      this.clock,
      {
        requestId: exchange.requestId,
        request,
        patienceMs: this.policy().patienceMs,
        cancellation: exchange.clientLeft,
        origin: exchange,
        model: '',
        isModelListed: false,
        sink,
        call: {
          ...call,
          headers: { ...call.headers, ...(length !== undefined && { 'content-length': length }) },
          replyForm: 'unary',
          scope: UPLOAD_SCOPE,
          expects: 'anything',
        },
      },
      lease,
    );
    facts.attempts = attempts;
    facts.keyId = keyId;
    if (fault !== undefined) throw fault;
    if (sink.status === 0) throw new ClientLeftError('The client left while it was sending.');
    facts.firstByteAtMs = this.clock.nowMs();
    await this.answer(exchange, sink, collection, { ...owner, keyId: lease.keyId });
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
