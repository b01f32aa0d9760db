import { IsIn } from 'class-validator';
import {
  OptionalIds,
  OptionalInt,
  OptionalPart,
  OptionalText,
  OptionalWord,
} from '../fields/optional-fields.js';
import { KeyFilterDto } from './key-filter.dto.js';

/** Some keys: those of the ids, or all that match a filter; one of both. An empty filter means every key. */
export class KeyChoiceDto {
  @OptionalIds(200_000)
  ids?: number[];

  @OptionalPart(() => KeyFilterDto)
  filter?: KeyFilterDto;
}

/** verify: ask upstream · reset: lift rests and forget failures · edit: set group, project or weight, as they are given. */
export const KEY_JOB_ACTIONS = ['verify', 'reset', 'enable', 'disable', 'delete', 'edit'] as const;
export type KeyJobAction = (typeof KEY_JOB_ACTIONS)[number];

/** Body of `POST /api/keys/jobs`. */
export class StartKeyJobDto extends KeyChoiceDto {
  @IsIn(KEY_JOB_ACTIONS)
  action!: KeyJobAction;

  /** For `edit`; an empty text takes the keys out of their groups. */
  @OptionalText(100)
  group?: string;

  /** For `edit`; an empty text clears. */
  @OptionalText(100)
  project?: string;

  /** For `edit`. */
  @OptionalInt(1, 100)
  weight?: number;
}

/** lines: one key a line · json: a list of keys with what is known of each · csv: the same as a table */
export const EXPORT_FORMATS = ['lines', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Body of `POST /api/keys/export`. */
export class ExportKeysDto extends KeyChoiceDto {
  /** `lines` unless given. */
  @OptionalWord(EXPORT_FORMATS)
  format?: ExportFormat;
}
