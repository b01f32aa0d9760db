import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import type { Page } from '../paging/page.dto.js';
import { MODEL_KINDS, type ModelDto, type ModelKind } from './model.dto.js';

/** ready: a key can be used for it now · resting: one will be back by itself · none: neither. */
export const MODEL_AVAILABILITIES = ['ready', 'resting', 'none'] as const;
export type ModelAvailability = (typeof MODEL_AVAILABILITIES)[number];

export const MODEL_SORTS = ['name', 'inputTokens', 'outputTokens', 'ready'] as const;
export type ModelSort = (typeof MODEL_SORTS)[number];

/** Query of `GET /api/models`: the models that match everything that is given. */
export class ListModelsQuery {
  /** Part of a name of the model, derived ones included, or of what it is called. */
  @OptionalText(200)
  search?: string;

  @OptionalWord(MODEL_KINDS)
  kind?: ModelKind;

  /** offered: clients may use it · hidden: a setting has it refused. */
  @OptionalWord(['offered', 'hidden'])
  shown?: 'offered' | 'hidden';

  /** By the Gemini keys. */
  @OptionalWord(MODEL_AVAILABILITIES)
  keys?: ModelAvailability;

  /** Upstream's own order unless given. */
  @OptionalWord(MODEL_SORTS)
  sort?: ModelSort;

  /** `desc` unless given. */
  @OptionalWord(['asc', 'desc'])
  order?: 'asc' | 'desc';

  @OptionalText(200)
  cursor?: string;

  @OptionalQueryInt(1, 1_000)
  limit?: number;
}

/** Where the list comes from, and how old it is. Times are UTC milliseconds. */
export interface ModelListSourceDto {
  /** The address that is asked. */
  url: string;
  /** When the list was fetched; absent while there is none. */
  listedAtMs?: number;
  /** When it was last tried, with whatever result. */
  triedAtMs?: number;
  /** Why the last try failed; absent where it did not. The list is then the one before. */
  error?: { code: string; message: string };
  isRefreshing: boolean;
}

/** Answer of `GET /api/models`. */
export interface ModelListDto extends Page<ModelDto> {
  source: ModelListSourceDto;
  /** Of all models, whatever the filters. */
  totals: { models: number; hidden: number; byKind: Record<ModelKind, number> };
  /** How many Gemini keys there are; without any no list can be fetched. */
  geminiKeys: number;
}
