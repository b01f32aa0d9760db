import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { TokenFieldsDto } from './token-fields.dto.js';

/** Body of `POST /api/tokens`. */
export class CreateTokenDto extends TokenFieldsDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;
}
