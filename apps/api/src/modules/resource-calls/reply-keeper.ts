import type { ReplyWatch } from '../../core/gateway/native/watched-reply';
import type { TokenUsage } from '../../core/gemini/reply/usage';
import { isJsonObject } from '../../core/json-object';
import type { KnownResources } from '../resources/known-resources';
import type { ResourceOwner } from '../resources/stored-resource';
import { interactionUsage, interactionUsageIn } from './interaction-usage';
import { namedInReply } from './named-in-reply';
import type { ResourcePath } from './resource-path';

/** The id at the beginning of a long reply, which an interaction and the first event of its stream give. */
const FIRST_ID = /"id"\s*:\s*"([^"\\]+)"/;

/** Notes which key holds what a reply tells of, before the client can ask for it. */
export class ReplyKeeper implements ReplyWatch {
  /** The key that is asked: set before its reply comes. */
  keyId: number | undefined;

  constructor(
    private readonly known: Pick<KnownResources, 'keep' | 'forget'>,
    private readonly path: ResourcePath,
    private readonly owner: Omit<ResourceOwner, 'keyId'>,
    private readonly isRemoval: boolean,
    /** Told what an interaction has cost. */
    private readonly onUsage: (usage: TokenUsage | undefined) => void = () => undefined,
  ) {}

  async whole(json: unknown): Promise<void> {
    if (this.isRemoval) return this.known.forget(this.path.name);
    if (this.path.collection === 'interactions' && isJsonObject(json))
      this.onUsage(interactionUsage(json.usage));
    await this.#keep(json);
  }

  beginning(text: string): boolean {
    if (this.isRemoval) return true;
    const id = FIRST_ID.exec(text)?.[1];
    if (id !== undefined && this.path.collection === 'interactions') void this.#keep({ id });
    return id !== undefined;
  }

  ending(text: string): void {
    if (this.path.collection === 'interactions') this.onUsage(interactionUsageIn(text));
  }

  async #keep(json: unknown): Promise<void> {
    const { keyId, owner } = this;
    if (keyId === undefined) return;
    await this.known.keep(namedInReply(this.path, json).map((named) => ({ ...named, ...owner, keyId })));
  }
}
