import type {
  ChangeSettingsDto,
  ResetSettingsDto,
  SettingNoteDto,
  SettingsDto,
} from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import type { SettingSentence } from '../../core/sentence';
import { GROUPS, isSettingName, REGISTRY } from '../../core/settings/registry';
import type { Problem } from '../../core/settings/resolve';
import type { Json } from '../../core/settings/setting';
import type { SettingsStore } from '../../core/settings/settings-store';
import type { AdminActor } from '../../http/admin/admin-actor';
import type { AuditTrail } from '../audit/audit-trail';
import type { SavedChange, SettingOverrides } from './setting-overrides';

/** Shows the settings to administrators, and changes them; each change leaves an audit row. */
export class ChangeSettingsService {
  constructor(
    private readonly store: SettingsStore,
    private readonly overrides: SettingOverrides,
    private readonly trail: AuditTrail,
  ) {}

  all(): SettingsDto {
    return {
      revision: this.overrides.revision,
      settings: this.store.describe(),
      problems: this.store.problems.map(toNote),
      notices: this.store.notices.map(({ name, code, values, message }) => ({ name, code, values, message })),
    };
  }

  /** @throws InvalidFieldsError, ConflictError; nothing is changed then */
  async change(
    { set = {}, reset = [], revision }: ChangeSettingsDto,
    actor: AdminActor,
  ): Promise<SettingsDto> {
    const changes = new Map<string, Json | undefined>(reset.map((name) => [name, undefined]));
    for (const [name, value] of Object.entries(set)) changes.set(name, value);
    return this.#save(changes, revision, actor);
  }

  /** @throws InvalidRequestError for an unknown group, or when nothing is named; ConflictError */
  async reset(body: ResetSettingsDto, actor: AdminActor): Promise<SettingsDto> {
    const names = body.all === true ? await this.overrides.overridden() : namesOf(body);
    // A stored value of a setting that is no more can only be left where it is.
    const known = names.filter((name) => body.all !== true || isSettingName(name));
    return this.#save(new Map(known.map((name) => [name, undefined])), body.revision, actor);
  }

  async #save(
    changes: ReadonlyMap<string, Json | undefined>,
    revision: number | undefined,
    actor: AdminActor,
  ): Promise<SettingsDto> {
    if (changes.size > 0)
      for (const change of await this.overrides.save(changes, revision)) this.#audit(change, actor);
    return this.all();
  }

  #audit({ name, from, to }: SavedChange, actor: AdminActor): void {
    this.trail.record(
      {
        action: to === undefined ? 'settings.reset' : 'settings.change',
        subject: name,
        details: { from: shown(name, from), to: shown(name, to) },
      },
      actor,
    );
  }
}

function toNote({ name, names: [, ...others], message }: Problem): SettingNoteDto & SettingSentence {
  return others.length > 0
    ? { name, code: 'disagrees', values: { other: others.join(', ') }, message }
    : { name, code: 'unusable', values: {}, message };
}

function namesOf({ names, group }: ResetSettingsDto): readonly string[] {
  if (names !== undefined) return names;
  const found = GROUPS.find(({ id }) => id === group);
  if (found === undefined)
    throw new InvalidRequestError('Say what to reset: names, the id of a group, or all.', {
      field: group === undefined ? 'names' : 'group',
    });
  return Object.keys(found.settings);
}

/** A stored value for the audit log: what may hold a credential is not told. */
function shown(name: string, json: string | undefined): Json | undefined {
  if (json === undefined) return undefined;
  const isHidden = !isSettingName(name) || REGISTRY.get(name)!.isStoredEncrypted;
  return isHidden ? '[secret]' : (JSON.parse(json) as Json);
}
