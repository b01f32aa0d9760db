import type { TokenDto, TokenUseDto } from '@gemini-balance/shared';
import type { AccessTokenEntity } from './access-token.entity';

/** @param used what it used of its limits; undefined for a token without */
export function toTokenDto(
  row: AccessTokenEntity,
  nowMs: number,
  used: { readonly minute: TokenUseDto; readonly day: TokenUseDto } | undefined,
): TokenDto {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    source: row.source,
    isEnabled: row.isEnabled,
    isExpired: row.expiresAtMs !== null && row.expiresAtMs <= nowMs,
    createdAtMs: row.createdAtMs,
    ...(row.expiresAtMs !== null && { expiresAtMs: row.expiresAtMs }),
    ...(row.lastUsedAtMs !== null && { lastUsedAtMs: row.lastUsedAtMs }),
    ...(row.allowedModels !== null && { allowedModels: row.allowedModels }),
    ...(row.requestsPerMinute !== null && { requestsPerMinute: row.requestsPerMinute }),
    ...(row.requestsPerDay !== null && { requestsPerDay: row.requestsPerDay }),
    ...(row.tokensPerMinute !== null && { tokensPerMinute: row.tokensPerMinute }),
    ...(row.tokensPerDay !== null && { tokensPerDay: row.tokensPerDay }),
    ...(used && { used }),
  };
}
