import type { FileState } from '@gemini-balance/shared';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { STATE_SQL } from './file-standing';

/** What files are narrowed by; all that is given has to hold. */
export interface FileSelection {
  readonly state?: FileState | undefined;
  /** 0 for the admin token. */
  readonly tokenId?: number | undefined;
  /** Files of any of these keys; of none where the list is empty. */
  readonly keyIds?: readonly number[] | undefined;
  /** Part of a name, a display name or a MIME type. */
  readonly search?: string | undefined;
}

/** Narrows a query of stored resources, which are called `file` in it, to the files that are meant. */
export function selectFiles<Query extends SelectQueryBuilder<ObjectLiteral>>(
  query: Query,
  { state, tokenId, keyIds, search }: FileSelection,
  nowMs: number,
): Query {
  query.where(`file.collection = 'files'`).setParameters({ nowMs });
  if (state !== undefined) query.andWhere(`(${STATE_SQL}) = :wanted`, { wanted: state });
  if (tokenId !== undefined) query.andWhere('file.tokenId = :tokenId', { tokenId });
  if (keyIds?.length === 0) query.andWhere('1 = 0');
  else if (keyIds !== undefined) query.andWhere('file.keyId IN (:...keyIds)', { keyIds });
  const text = search?.trim() ?? '';
  if (text !== '')
    query.andWhere(
      `(file.name LIKE :text ESCAPE '!' OR file.displayName LIKE :text ESCAPE '!' OR file.mimeType LIKE :text ESCAPE '!')`,
      { text: `%${text.replace(/[!%_]/g, '!$&')}%` },
    );
  return query;
}
