import type { MixedList } from 'typeorm';
import { KeysAndTokens1700000000001 } from './migrations/1700000000001-keys-and-tokens';
import { Settings1700000000002 } from './migrations/1700000000002-settings';
import { Logs1700000000003 } from './migrations/1700000000003-logs';
import { AdminSessions1700000000004 } from './migrations/1700000000004-admin-sessions';
import { ThoughtSignatures1700000000005 } from './migrations/1700000000005-thought-signatures';
import { SignatureDigests1700000000006 } from './migrations/1700000000006-signature-digests';
import { StoredResponses1700000000007 } from './migrations/1700000000007-stored-responses';
import { StoredResources1700000000008 } from './migrations/1700000000008-stored-resources';
import { JobsAndKeyGroups1700000000009 } from './migrations/1700000000009-jobs-and-key-groups';
import { Administration1700000000010 } from './migrations/1700000000010-administration';
import { LogDetails1700000000011 } from './migrations/1700000000011-log-details';
import { StoredFiles1700000000012 } from './migrations/1700000000012-stored-files';
import { LearntQuotas1700000000013 } from './migrations/1700000000013-learnt-quotas';
import { ScheduleSentences1700000000014 } from './migrations/1700000000014-schedule-sentences';

/** Every migration, oldest first. They run at the start; the schema is never synchronised otherwise. */
export const migrations = [
  KeysAndTokens1700000000001,
  Settings1700000000002,
  Logs1700000000003,
  AdminSessions1700000000004,
  ThoughtSignatures1700000000005,
  SignatureDigests1700000000006,
  StoredResponses1700000000007,
  StoredResources1700000000008,
  JobsAndKeyGroups1700000000009,
  Administration1700000000010,
  LogDetails1700000000011,
  StoredFiles1700000000012,
  LearntQuotas1700000000013,
  ScheduleSentences1700000000014,
] satisfies MixedList<unknown>;
