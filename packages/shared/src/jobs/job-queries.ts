import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { JOB_STATES, type JobState } from './job.dto.js';

/** Query of `GET /api/jobs`. */
export class ListJobsQuery {
  @IsOptional()
  @IsIn(JOB_STATES)
  state?: JobState;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

/** Query of `GET /api/jobs/:id/items`. */
export class ListJobItemsQuery {
  /** Only those that ended so. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  reason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  limit?: number;
}
