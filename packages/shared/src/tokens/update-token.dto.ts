import { IsBoolean, IsNotEmpty, IsString, MaxLength, ValidateIf } from 'class-validator';
import { TokenFieldsDto } from './token-fields.dto.js';

/** Body of `PATCH /api/tokens/:id`; fields that are absent stay as they are. */
export class UpdateTokenDto extends TokenFieldsDto {
  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsBoolean()
  isEnabled?: boolean;
}
