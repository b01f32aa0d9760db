import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** A session of the dashboard. */
export interface OpenSessionDto {
  /** Names the session and does not open it. */
  id: string;
  /** UTC milliseconds, as the other times. */
  createdAtMs: number;
  /** To the minute. */
  lastUsedAtMs: number;
  expiresAtMs: number;
  /** Where it was opened from. */
  address?: string;
  userAgent?: string;
  /** Whether it is the one that asks. */
  isCurrent: boolean;
}

/** Answer of `GET /api/auth/sessions`, the one used last first. */
export interface SessionListDto {
  items: OpenSessionDto[];
}

/** Query of `DELETE /api/auth/sessions`. */
export class RevokeSessionsQuery {
  /** Spares the session that asks. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => value === true || value === 'true')
  @IsBoolean()
  keepCurrent?: boolean;
}

/** Answer of `DELETE /api/auth/sessions`. */
export interface RevokedSessionsDto {
  revoked: number;
}
