import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Body of `PATCH /api/keys/:id`; fields that are absent stay as they are, an empty text clears. */
export class UpdateKeyDto {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  group?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  project?: string;

  /** Places in the round: a key of weight 2 is lent twice as often as one of weight 1. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  weight?: number;

  @IsOptional()
  @IsBoolean()
  isEnabled?: boolean;
}
