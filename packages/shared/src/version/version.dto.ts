import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

/** Query of `GET /api/version`. */
export class VersionQuery {
  /** Asks again, also where the last answer is fresh. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  refresh?: boolean;
}

/** Answer of `GET /api/version`. */
export interface VersionDto {
  /** Of this gateway. */
  current: string;
  /** Where the project lives: what the settings name; absent where they name none. */
  repositoryUrl?: string;
  /** False while no repository is named (GITHUB_REPO_OWNER): then nobody is asked. */
  isChecked: boolean;
  /** The newest release, where it could be learnt. */
  latest?: { version: string; url: string; isNewer: boolean };
  checkedAtMs?: number;
  /** Why the newest release is not known, in a sentence. */
  failure?: string;
}
