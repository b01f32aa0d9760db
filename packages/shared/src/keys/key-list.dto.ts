import type { Page } from '../paging/page.dto.js';
import type { KeyDto } from './key.dto.js';
import type { KeyTotalsDto } from './key-totals.dto.js';

/** Answer of `GET /api/keys`: a page of keys, newest first, with the totals over all keys. */
export interface KeyListDto extends Page<KeyDto> {
  totals: KeyTotalsDto;
}
