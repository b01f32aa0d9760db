import { isJsonObject } from '../../../core/json-object';
import type { StoredResourceEntity } from '../stored-resource.entity';

/** What of a file stands in columns, so that lists are filtered, sorted and summed up by it. */
export type FileFacts = Pick<StoredResourceEntity, 'displayName' | 'mimeType' | 'sizeBytes' | 'state'>;

const LONGEST = { displayName: 512, mimeType: 100, state: 16 } as const;

/** The facts in what upstream tells of a file; null for each that it does not tell, or tells otherwise than agreed. */
export function fileFactsOf(body: unknown): FileFacts {
  const told = isJsonObject(body) ? body : {};
  const text = (field: keyof typeof LONGEST): string | null => {
    const value = told[field];
    return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST[field]) : null;
  };
  // int64 is written as a text in upstream's JSON.
  const size = Number(told.sizeBytes ?? NaN);
  return {
    displayName: text('displayName'),
    mimeType: text('mimeType'),
    sizeBytes: Number.isSafeInteger(size) && size >= 0 ? size : null,
    state: text('state'),
  };
}
