import { IsString, MaxLength, MinLength } from 'class-validator';

/** Body of `POST /api/auth/login`. */
export class LoginDto {
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  token!: string;
}

/** Answer of `POST /api/auth/login` and `GET /api/auth/session`. */
export interface SessionDto {
  /** UTC milliseconds; moves on with each call. */
  expiresAtMs: number;
}
