import type { FileDto, FileOwnerDto } from '@gemini-balance/shared';
import type { StoredFile } from '../resources/files/stored-files';
import type { TokenName } from '../tokens/token-names';

/** A file as the dashboard sees it. @param maskedKey undefined for a key that was deleted */
export function toFileDto(
  { displayName, mimeType, sizeBytes, expiresAtMs, tokenId, ...file }: StoredFile,
  token: TokenName | undefined,
  maskedKey: string | undefined,
): FileDto {
  return {
    ...file,
    owner: toOwner(tokenId, token),
    ...(displayName !== null && { displayName }),
    ...(mimeType !== null && { mimeType }),
    ...(sizeBytes !== null && { sizeBytes }),
    ...(expiresAtMs !== null && { expiresAtMs }),
    ...(maskedKey !== undefined && { maskedKey }),
  };
}

function toOwner(tokenId: number, token: TokenName | undefined): FileOwnerDto {
  if (tokenId === 0) return { kind: 'admin' };
  return token === undefined ? { kind: 'none', tokenId } : { kind: 'token', tokenId, ...token };
}
