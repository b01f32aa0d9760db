import { Body, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query } from '@nestjs/common';
import {
  CreateKeyDto,
  ImportKeysDto,
  type ImportKeysResultDto,
  type KeyDetailDto,
  type KeyDto,
  type KeyListDto,
  ListKeysQuery,
  UpdateKeyDto,
} from '@gemini-balance/shared';
import { NotFoundError } from '../../core/gateway-error';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { ConflictError } from '../../http/admin/admin-errors';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { ChangeKeysService } from '../keys/change-keys.service';
import { ImportKeysService } from './adding/import-keys.service';
import { KeyDetails } from './key-details.service';
import { ListKeysService } from './list-keys.service';

/** The keys, one by one and as pasted text. Every change acts on the pools at once. */
@AdminRest('keys')
export class KeysController {
  constructor(
    private readonly lists: ListKeysService,
    private readonly details: KeyDetails,
    private readonly imports: ImportKeysService,
    private readonly changes: ChangeKeysService,
    private readonly audit: AuditTrail,
  ) {}

  @Get()
  @Summary('A page of the keys that match, and how many there are in each state')
  list(@Query() query: ListKeysQuery): Promise<KeyListDto> {
    return this.lists.list(query);
  }

  @Post()
  @Summary('Adds one key, in whatever form')
  async create(
    @Body() { secret, isEnabled = true, ...fields }: CreateKeyDto,
    @Actor() actor: AdminActor,
  ): Promise<KeyDto> {
    const id = await this.imports.create(secret.trim(), fields, isEnabled);
    if (id === undefined) throw new ConflictError('This key is known already.');
    this.audit.record({ action: 'keys.create', subject: id }, actor);
    return this.lists.one(id);
  }

  @Post('preview')
  @Summary('What importing a text would do, without doing it')
  @HttpCode(200)
  preview(@Body() body: ImportKeysDto): Promise<ImportKeysResultDto> {
    return this.imports.preview(body);
  }

  @Post('import')
  @Summary(
    'Adds the keys that are found in a text; a job may verify them first, or add them after the answer',
  )
  @HttpCode(200)
  async import(@Body() body: ImportKeysDto, @Actor() actor: AdminActor): Promise<ImportKeysResultDto> {
    const result = await this.imports.import(body);
    const details = { ...result.counts, verify: body.verify, job: result.job?.id };
    this.audit.record({ action: 'keys.import', subject: result.counts.new, details }, actor);
    return result;
  }

  @Get(':id')
  @Summary('One key, with its use by model and hour and its last errors')
  one(@Param('id', ParseIntPipe) id: number): Promise<KeyDetailDto> {
    return this.details.of(id);
  }

  @Patch(':id')
  @Summary('Changes the fields of a key that were sent')
  async update(
    @Param('id', ParseIntPipe) id: number,
    @Body() body: UpdateKeyDto,
    @Actor() actor: AdminActor,
  ): Promise<KeyDto> {
    await this.lists.one(id);
    await this.changes.update([id], body);
    this.audit.record({ action: 'keys.update', subject: id, details: { ...body } }, actor);
    return this.lists.one(id);
  }

  @Delete(':id')
  @Summary('Deletes a key')
  @HttpCode(204)
  async delete(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<void> {
    const [deleted] = await this.changes.delete([id]);
    if (deleted === undefined) throw new NotFoundError('This key does not exist any more.');
    this.audit.record({ action: 'keys.delete', subject: id }, actor);
  }
}
