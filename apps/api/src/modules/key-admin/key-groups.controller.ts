import { Body, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { type KeyGroupDto, SaveKeyGroupDto } from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { ChangeKeysService } from '../keys/change-keys.service';
import { KeyGroups } from '../keys/key-groups';
import { KeyRoster } from '../keys/key-roster';

const LONGEST_NAME = 100;
/** Below what a text column holds, whatever the letters. */
const LONGEST_MODELS = 16_000;

/** Groups of keys, and the models that each is used for. */
@AdminRest('key-groups')
export class KeyGroupsController {
  constructor(
    private readonly groups: KeyGroups,
    private readonly roster: KeyRoster,
    private readonly changes: ChangeKeysService,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @Summary('Every group, with its models and how many keys are in it')
  async list(): Promise<{ items: KeyGroupDto[] }> {
    const said = new Map((await this.groups.list()).map((group) => [group.name, group]));
    const counts = new Map<string, number>([...said.keys()].map((name) => [name, 0]));
    for (const { key } of this.roster.all())
      if (key.group !== undefined) counts.set(key.group, (counts.get(key.group) ?? 0) + 1);
    const items = [...counts].map(([name, keys]) => {
      const { models, note } = said.get(name) ?? {};
      return { name, ...(models && { models: [...models] }), ...(note !== undefined && { note }), keys };
    });
    return { items: items.sort((one, other) => (one.name < other.name ? -1 : 1)) };
  }

  @Put(':name')
  @Summary('Says which models the keys of a group are used for, at once')
  async save(
    @Param('name') name: string,
    @Body() { models, note }: SaveKeyGroupDto,
    @Actor() actor: AdminActor,
  ): Promise<KeyGroupDto> {
    if (name.length > LONGEST_NAME)
      throw new InvalidRequestError(`A name has at most ${LONGEST_NAME} letters.`, { field: 'name' });
    if (JSON.stringify(models ?? []).length > LONGEST_MODELS)
      throw new InvalidRequestError('These are too many models.', { field: 'models' });
    const named = models?.map((model) => model.replace(/^models\//, ''));
    await this.changes.saveGroup({ name, models: named, note: note || undefined });
    this.audit.record({ action: 'key-groups.save', subject: name, details: { models: named } }, actor);
    return (await this.list()).items.find((group) => group.name === name)!;
  }

  @Delete(':name')
  @Summary('Forgets what was said of a group; its keys stay in it, and serve every model')
  @HttpCode(204)
  async delete(@Param('name') name: string, @Actor() actor: AdminActor): Promise<void> {
    await this.changes.deleteGroup(name);
    this.audit.record({ action: 'key-groups.delete', subject: name }, actor);
  }
}
