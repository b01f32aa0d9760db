import type { LoggedKeyDto, LoggedTokenDto } from '@gemini-balance/shared';

/** Names what the logs hold ids of; undefined for what was deleted. */
export interface LogNames {
  maskedKey(id: number): string | undefined;
  tokenName(id: number): string | undefined;
}

export function toLoggedKey(id: number, names: LogNames): LoggedKeyDto {
  const masked = names.maskedKey(id);
  return masked === undefined ? { id } : { id, masked };
}

export function toLoggedToken(id: number, names: LogNames): LoggedTokenDto {
  const name = names.tokenName(id);
  return name === undefined ? { id } : { id, name };
}
