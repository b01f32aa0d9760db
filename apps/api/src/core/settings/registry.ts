import { accessGroup } from './groups/access.settings';
import { compatibilityGroup } from './groups/compatibility.settings';
import { databaseGroup } from './groups/database.settings';
import { filesGroup } from './groups/files.settings';
import { imagesGroup } from './groups/images.settings';
import { keysGroup } from './groups/keys.settings';
import { loggingGroup } from './groups/logging.settings';
import { modelsGroup } from './groups/models.settings';
import { responsesGroup } from './groups/responses.settings';
import { safetyGroup } from './groups/safety.settings';
import { schedulerGroup } from './groups/scheduler.settings';
import { serverGroup } from './groups/server.settings';
import { speechGroup } from './groups/speech.settings';
import { streamingGroup } from './groups/streaming.settings';
import { thinkingGroup } from './groups/thinking.settings';
import { toolsGroup } from './groups/tools.settings';
import { upstreamGroup } from './groups/upstream.settings';
import { UPLOAD_HOST_GROUPS } from '../uploads/upload-host-kinds';
import type { Setting, ValueOf } from './setting';

/** Every group, in the order of the config page and the documents. A new group is one line here. */
export const GROUPS = [
  keysGroup,
  accessGroup,
  upstreamGroup,
  modelsGroup,
  thinkingGroup,
  toolsGroup,
  safetyGroup,
  streamingGroup,
  imagesGroup,
  ...UPLOAD_HOST_GROUPS,
  speechGroup,
  responsesGroup,
  filesGroup,
  loggingGroup,
  schedulerGroup,
  serverGroup,
  databaseGroup,
  compatibilityGroup,
] as const;

type Joined<Union> = (Union extends unknown ? (part: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Registry = Joined<(typeof GROUPS)[number]['settings']>;

/** The name of a declared setting. */
export type SettingName = keyof Registry & string;

/** The value of every setting. A snapshot: frozen, and replaced whole when something changes. */
export type Settings = { readonly [Name in SettingName]: ValueOf<Registry[Name]> };

/** Every setting by name, in the order of the groups. */
export const REGISTRY: ReadonlyMap<SettingName, Setting<unknown>> = new Map(
  GROUPS.flatMap(({ settings }) => Object.entries(settings) as [SettingName, Setting<unknown>][]),
);

/** Whether a setting of this name, in upper case, is declared. */
export function isSettingName(name: string): name is SettingName {
  return REGISTRY.has(name as SettingName);
}
