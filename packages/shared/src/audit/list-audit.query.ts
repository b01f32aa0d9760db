import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { AUDIT_ACTORS, type AuditActorKind } from './audit-log.dto.js';

/** Query of `GET /api/audit`. */
export class ListAuditQuery {
  /** A whole action, or its noun: `settings.change`, `settings`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  action?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;

  @IsOptional()
  @IsIn(AUDIT_ACTORS)
  actor?: AuditActorKind;

  /** UTC milliseconds, inclusive. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  fromMs?: number;

  /** UTC milliseconds, exclusive. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  toMs?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit?: number;
}
