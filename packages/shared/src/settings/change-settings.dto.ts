import { ArrayMaxSize, IsArray, IsObject, IsOptional, IsString } from 'class-validator';
import { OptionalFlag, OptionalInt, OptionalText } from '../fields/optional-fields.js';
import type { SettingValue } from './settings.dto.js';

/** Body of `PATCH /api/settings`. Everything is changed, or nothing. */
export class ChangeSettingsDto {
  /** New values by name; for a secret, the empty text takes it away. */
  @IsOptional()
  @IsObject()
  set?: Record<string, SettingValue>;

  /** Names whose override is taken back, so that the environment or the default holds. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  reset?: string[];

  /** The revision that was read, unless `If-Match` tells it; 409 when somebody changed something since. */
  @OptionalInt(0)
  revision?: number;
}

/** Body of `POST /api/settings/reset`: which overrides are taken back. One of the three is given. */
export class ResetSettingsDto {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsString({ each: true })
  names?: string[];

  /** The id of a group. */
  @OptionalText(100)
  group?: string;

  @OptionalFlag()
  all?: boolean;

  @OptionalInt(0)
  revision?: number;
}
