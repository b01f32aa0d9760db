import type { Clock } from '../clock';
import type { SettingGroup } from '../settings/group';
import type { Setting, ValueOf } from '../settings/setting';
import type { UploadClient } from './upload-client';
import type { UploadHost } from './upload-host';

type AnySettings = Readonly<Record<string, Setting<unknown>>>;

/** The values of a host's own settings. */
export type HostSettings<Declared extends AnySettings> = {
  readonly [Name in keyof Declared]: ValueOf<Declared[Name]>;
};

/** What a host is made with. */
export interface HostTools<Declared extends AnySettings> {
  /** As they are at this moment. */
  readonly settings: () => HostSettings<Declared>;
  readonly client: UploadClient;
  readonly clock: Clock;
  /** The directory of what has to survive a restart. */
  readonly dataDir: string;
}

/** An upload host before it is made: its word, its settings and how to make it. */
export interface UploadHostKind<Id extends string, Declared extends AnySettings> {
  readonly id: Id;
  readonly group: SettingGroup<Declared>;
  readonly make: (tools: HostTools<Declared>) => UploadHost;
}

export function uploadHostKind<Id extends string, Declared extends AnySettings>(
  kind: UploadHostKind<Id, Declared>,
): UploadHostKind<Id, Declared> {
  return kind;
}
