import type { KeyRoster } from '../keys/key-roster';
import type { LogNames } from '../logs/reading/log-names';
import type { TokenDirectory } from '../tokens/token-directory';

/** Names the keys and tokens that are there now. */
export class KnownNames implements LogNames {
  constructor(
    private readonly keys: Pick<KeyRoster, 'get' | 'idsLike'>,
    private readonly tokens: Pick<TokenDirectory, 'nameOf'>,
  ) {}

  maskedKey(id: number): string | undefined {
    return this.keys.get(id)?.key.secret.mask();
  }

  keysLike(text: string): number[] {
    return this.keys.idsLike(text);
  }

  tokenName(id: number): string | undefined {
    return this.tokens.nameOf(id);
  }
}
