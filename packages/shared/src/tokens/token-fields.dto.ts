import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

const MOST = 2_147_483_647;
const MOST_TOKENS = Number.MAX_SAFE_INTEGER;

/** What an administrator may decide about a token. A field that is null takes the restriction away. */
export class TokenFieldsDto {
  /** UTC milliseconds, in the future. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_TOKENS)
  expiresAtMs?: number | null;

  /** Names of models, or their beginnings with a `*`; null or empty for all models. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(100, { each: true })
  allowedModels?: string[] | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  requestsPerMinute?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  requestsPerDay?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_TOKENS)
  tokensPerMinute?: number | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_TOKENS)
  tokensPerDay?: number | null;
}
