import { FILE_ENDINGS, type FileEnding } from '@gemini-balance/shared';
import { Cancellation } from '../../core/cancellation';
import type { Clock } from '../../core/clock';
import type { AttemptSender } from '../../core/gateway/attempts/attempt-sender';
import { CollectedReply } from '../../core/gateway/sinks/collected-reply';
import type { UpstreamCall } from '../../core/gemini/upstream-call';
import type { Ids } from '../../core/ids';
import type { Outcome, OutcomeKind } from '../../core/outcome';
import type { KeyPools } from '../keys/key-pools';
import { RESOURCE_SCOPE } from '../resource-calls/resource-calls';
import type { StoredFile, StoredFiles } from '../resources/files/stored-files';
import type { KnownResources } from '../resources/known-resources';

/** With these keys nothing upstream can be reached any more. */
const DEAD_KEYS: ReadonlySet<OutcomeKind> = new Set([
  'invalid_key',
  'unauthenticated_key',
  'leaked_key',
  'project_suspended',
]);

/** How the removal of a file ended: as it should, or by what upstream said instead, and then the file stays. */
export interface RemovedFile {
  readonly reason: FileEnding | OutcomeKind;
  /** The file's name; absent for one that nobody knows. */
  readonly label?: string;
  readonly message?: string;
}

/** Whether such an ending leaves nothing to be removed. */
export function isRemoved(reason: RemovedFile['reason']): reason is FileEnding {
  return (FILE_ENDINGS as readonly string[]).includes(reason);
}

/** Removes files for an administrator: upstream, by the key that made each, and from what the gateway knows. */
export class FileRemoval {
  constructor(
    private readonly files: Pick<StoredFiles, 'find'>,
    private readonly known: Pick<KnownResources, 'forget'>,
    private readonly pools: KeyPools,
    private readonly sender: AttemptSender,
    private readonly ids: Pick<Ids, 'requestId'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** Undefined for a file that is not known, and for a removal that `signal` cut off. */
  async remove(id: number, signal?: AbortSignal): Promise<RemovedFile | undefined> {
    const file = await this.files.find(id, this.clock.nowMs());
    if (file === undefined) return undefined;
    const label = file.displayName ?? file.name;
    if (file.state === 'expired') return this.#forget(file, { reason: 'gone', label });
    const outcome = await this.#askUpstream(file, signal);
    if (outcome === undefined) return this.#forget(file, { reason: 'forgotten', label });
    const { kind } = outcome;
    if (signal?.aborted) return undefined;
    if (kind === 'ok') return this.#forget(file, { reason: 'deleted', label });
    const message = 'error' in outcome ? `${outcome.error.status}: ${outcome.error.message}` : undefined;
    // To the key that made a file upstream says so only where there is none any more.
    if (kind === 'resource_denied') return this.#forget(file, { reason: 'gone', label, message });
    if (DEAD_KEYS.has(kind)) return this.#forget(file, { reason: 'forgotten', label, message });
    return { reason: kind, label, message };
  }

  async #forget({ name }: StoredFile, removed: RemovedFile): Promise<RemovedFile> {
    await this.known.forget(name);
    return removed;
  }

  /** Undefined where the key is gone. A key that rests or is switched off is asked all the same. */
  async #askUpstream(
    { keyKind, keyId, name }: StoredFile,
    signal?: AbortSignal,
  ): Promise<Outcome | undefined> {
    const pool = this.pools.of(keyKind);
    const lease = pool.acquireForProbe(keyId, RESOURCE_SCOPE);
    if (lease === undefined) return undefined;
    const order = {
      requestId: this.ids.requestId(),
      call: removalOf(name),
      model: '',
      sink: new CollectedReply(),
      cancellation: signal ? Cancellation.following(signal) : new Cancellation(),
      isModelListed: false,
      pool,
      pinnedTo: keyId,
    };
    return (await this.sender.send(order, lease, 1)).outcome;
  }
}

function removalOf(name: string): UpstreamCall {
  return {
    method: 'DELETE',
    path: `/v1beta/${name.split('/').map(encodeURIComponent).join('/')}`,
    headers: {},
    body: undefined,
    replyForm: 'unary',
    scope: RESOURCE_SCOPE,
    expects: 'json',
  };
}
