import type { FileFilterDto, FileListDto, ListFilesQuery } from '@gemini-balance/shared';
import type { Clock } from '../../core/clock';
import { InvalidRequestError } from '../../core/gateway-error';
import { toAfterPlace, toPlaceCursor } from '../../database/cursors/place-cursor';
import type { KeyRoster } from '../keys/key-roster';
import type { FileSelection } from '../resources/files/file-selection';
import type { StoredFiles } from '../resources/files/stored-files';
import type { TokenNames } from '../tokens/token-names';
import { toFileDto } from './to-file-dto';

const DEFAULT_LIMIT = 50;

/** Lists the files that upstream keeps, with the names of their keys and tokens. */
export class ListFilesService {
  constructor(
    private readonly files: StoredFiles,
    private readonly roster: Pick<KeyRoster, 'get' | 'idsLike'>,
    private readonly tokens: Pick<TokenNames, 'of'>,
    private readonly clock: Pick<Clock, 'nowMs'>,
  ) {}

  /** @throws InvalidRequestError for a cursor that is none */
  async list(query: ListFilesQuery): Promise<FileListDto> {
    const { sort = 'created', order = 'desc', cursor, limit = DEFAULT_LIMIT } = query;
    const selection = this.#selectionOf(query);
    const fileOrder = { sort, isRising: order === 'asc' };
    const after = toAfterPlace(cursor);
    const nowMs = this.clock.nowMs();
    const rows = await this.files.page(selection, fileOrder, after, limit + 1, nowMs);
    const page = rows.slice(0, limit);
    const names = await this.tokens.of(page.map(({ tokenId }) => tokenId));
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map((file) => toFileDto(file, names.get(file.tokenId), this.#maskedKey(file.keyId))),
      ...(last !== undefined && { nextCursor: toPlaceCursor(this.files.placeOf(last, fileOrder)) }),
      ...(after === undefined && {
        totals: await this.files.totals({}, nowMs),
        matching: await this.files.totals(selection, nowMs),
      }),
    };
  }

  /** The ids of the files that are meant. @throws InvalidRequestError unless it is ids or a filter */
  async choose(ids: readonly number[] | undefined, filter: FileFilterDto | undefined): Promise<number[]> {
    if ((ids === undefined) === (filter === undefined))
      throw new InvalidRequestError('Send either ids or a filter.', { field: 'ids' });
    return ids === undefined
      ? this.files.ids(this.#selectionOf(filter!), this.clock.nowMs())
      : [...new Set(ids)];
  }

  /** A key is named by its id, by what somebody remembers of it, or both. */
  #selectionOf({ state, tokenId, keyId, key, search }: FileFilterDto): FileSelection {
    const like = key === undefined ? undefined : this.roster.idsLike(key);
    const one = keyId === undefined ? undefined : [keyId];
    const keyIds =
      like !== undefined && one !== undefined ? like.filter((id) => id === keyId) : (like ?? one);
    return { state, tokenId, keyIds, search };
  }

  #maskedKey(id: number): string | undefined {
    return this.roster.get(id)?.key.secret.mask();
  }
}
