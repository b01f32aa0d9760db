import { deniedResource } from '../../resources/resource-refusals';
import type { ApiReply } from '../../wire/api-reply';
import type { GenerateRequest } from '../generate-request';

/** The first file or cache of the request that the key's project does not hold (row 7). */
export function refusedResource(
  request: GenerateRequest,
  holds: (name: string) => boolean,
): ApiReply | undefined {
  const uris = (request.contents ?? []).flatMap((content) =>
    (content.parts ?? []).map((part) => part.fileData?.fileUri ?? ''),
  );
  const files = uris.flatMap((uri) => /(?:generativelanguage.*\/|^)(files\/[^/?:]+)/.exec(uri)?.[1] ?? []);
  const names = [...(request.cachedContent ? [request.cachedContent] : []), ...files];
  const missing = names.find((name) => !holds(name));
  return missing === undefined ? undefined : deniedResource(missing);
}
