import { rpcError, type ApiReply } from '../wire/api-reply';
import type { GenerateRequest } from './generate-request';

/** Files and caches live elsewhere, so every one that is named belongs to somebody else (row 7). */
export function deniedResource(request: GenerateRequest): ApiReply | undefined {
  if (request.cachedContent)
    return rpcError(403, 'PERMISSION_DENIED', 'CachedContent not found (or permission denied)');
  const uris = (request.contents ?? []).flatMap((content) =>
    (content.parts ?? []).map((part) => part.fileData?.fileUri ?? ''),
  );
  const file = uris
    .map((uri) => /generativelanguage.*\/files\/([^/?]+)/.exec(uri)?.[1])
    .find((id) => id !== undefined);
  if (!file) return undefined;
  return rpcError(
    403,
    'PERMISSION_DENIED',
    `You do not have permission to access the File ${file} or it may not exist.`,
  );
}
