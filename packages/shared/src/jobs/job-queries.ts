import { OptionalQueryInt, OptionalText, OptionalWord } from '../fields/optional-fields.js';
import { JOB_STATES, type JobState } from './job.dto.js';

/** Query of `GET /api/jobs`. */
export class ListJobsQuery {
  @OptionalWord(JOB_STATES)
  state?: JobState;

  @OptionalQueryInt(1, 200)
  limit?: number;
}

/** Query of `GET /api/jobs/:id/items`. */
export class ListJobItemsQuery {
  /** Only those that ended so. */
  @OptionalText(40)
  reason?: string;

  @OptionalText(20)
  cursor?: string;

  @OptionalQueryInt(1, 10_000)
  limit?: number;
}
