import type { LoggedKeyDto, LoggedTokenDto } from '@gemini-balance/shared';

/** Names what the logs hold ids of; undefined for what was deleted. */
export interface LogNames {
  maskedKey(id: number): string | undefined;
  tokenName(id: number): string | undefined;
  /** The keys of which the text is the whole, or either end; absent where nobody asks for keys by text. */
  keysLike?(text: string): readonly number[];
}

export function toLoggedKey(id: number, names: Pick<LogNames, 'maskedKey'>): LoggedKeyDto {
  const masked = names.maskedKey(id);
  return masked === undefined ? { id } : { id, masked };
}

export function toLoggedToken(id: number, names: Pick<LogNames, 'tokenName'>): LoggedTokenDto {
  const name = names.tokenName(id);
  return name === undefined ? { id } : { id, name };
}
