import type { Page } from '../paging/page.dto.js';
import type { KeyDto } from './key.dto.js';
import type { KeyTotalsDto } from './key-totals.dto.js';

/** Answer of `GET /api/keys`: a page of keys, newest first unless sorted, with the totals over all keys. */
export interface KeyListDto extends Page<KeyDto> {
  totals: KeyTotalsDto;
  /** On the first page: the totals over the keys that match, whatever their state. */
  matching?: KeyTotalsDto;
}
