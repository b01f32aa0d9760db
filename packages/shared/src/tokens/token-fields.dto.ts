import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { OptionalInt } from '../fields/optional-fields.js';

const MOST = 2_147_483_647;
const MOST_TOKENS = Number.MAX_SAFE_INTEGER;

/** What an administrator may decide about a token. A field that is null takes the restriction away. */
export class TokenFieldsDto {
  /** UTC milliseconds, in the future. */
  @OptionalInt(1, MOST_TOKENS)
  expiresAtMs?: number | null;

  /** Names of models, or their beginnings with a `*`; null or empty for all models. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(100, { each: true })
  allowedModels?: string[] | null;

  @OptionalInt(1, MOST)
  requestsPerMinute?: number | null;

  @OptionalInt(1, MOST)
  requestsPerDay?: number | null;

  @OptionalInt(1, MOST_TOKENS)
  tokensPerMinute?: number | null;

  @OptionalInt(1, MOST_TOKENS)
  tokensPerDay?: number | null;
}
