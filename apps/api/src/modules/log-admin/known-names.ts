import type { KeyRoster } from '../keys/key-roster';
import type { LogNames } from '../logs/reading/log-names';
import type { TokenDirectory } from '../tokens/token-directory';

/** More than that are not what somebody means who types an end of a key. */
const MOST_KEYS = 100;

/** Names the keys and tokens that are there now. */
export class KnownNames implements LogNames {
  constructor(
    private readonly keys: Pick<KeyRoster, 'get' | 'all'>,
    private readonly tokens: Pick<TokenDirectory, 'nameOf'>,
  ) {}

  maskedKey(id: number): string | undefined {
    return this.keys.get(id)?.key.secret.mask();
  }

  keysLike(text: string): number[] {
    const like = this.keys.all().filter(({ key }) => {
      const secret = key.secret.reveal();
      return secret.startsWith(text) || secret.endsWith(text);
    });
    return like.slice(-MOST_KEYS).map(({ key }) => key.id);
  }

  tokenName(id: number): string | undefined {
    return this.tokens.nameOf(id);
  }
}
