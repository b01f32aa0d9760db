import { AuditLogEntity } from '../modules/audit/audit-log.entity';
import { AdminSessionEntity } from '../modules/auth/admin-session.entity';
import { JobLockEntity } from '../modules/jobs/locks/job-lock.entity';
import { JobEntity } from '../modules/jobs/job.entity';
import { ApiKeyEntity } from '../modules/keys/storage/api-key.entity';
import { KeyGroupEntity } from '../modules/keys/storage/key-group.entity';
import { HoldEntity } from '../modules/keys/storage/hold.entity';
import { AttemptLogEntity } from '../modules/logs/attempt-log.entity';
import { RequestLogEntity } from '../modules/logs/request-log.entity';
import { StoredResourceEntity } from '../modules/resources/stored-resource.entity';
import { UploadSessionEntity } from '../modules/resources/upload-session.entity';
import { StoredResponseEntity } from '../modules/responses/stored-response.entity';
import { ScheduleRunEntity } from '../modules/scheduler/schedule-run.entity';
import { SettingOverrideEntity } from '../modules/settings/setting-override.entity';
import { SettingsRevisionEntity } from '../modules/settings/settings-revision.entity';
import { ThoughtSignatureEntity } from '../modules/signatures/thought-signature.entity';
import { AccessTokenEntity } from '../modules/tokens/access-token.entity';

/** Every entity of the data source. The one place of `database` that knows the modules. */
export const entities = [
  AdminSessionEntity,
  ApiKeyEntity,
  HoldEntity,
  KeyGroupEntity,
  JobEntity,
  JobLockEntity,
  AccessTokenEntity,
  AttemptLogEntity,
  AuditLogEntity,
  RequestLogEntity,
  StoredResourceEntity,
  StoredResponseEntity,
  UploadSessionEntity,
  ScheduleRunEntity,
  SettingOverrideEntity,
  SettingsRevisionEntity,
  ThoughtSignatureEntity,
];
