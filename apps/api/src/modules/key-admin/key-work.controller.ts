import { Body, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import {
  type AuditAction,
  type JobDto,
  type KeyDto,
  KeySelectionDto,
  type KeySelectionResultDto,
  StartKeyJobDto,
  type VerifiedKeyDto,
} from '@gemini-balance/shared';
import { InvalidRequestError } from '../../core/gateway-error';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { Jobs } from '../jobs/jobs';
import type { JobParams } from '../jobs/job-worker';
import { KeyVerifier } from '../key-checks/key-verifier';
import { ChangeKeysService } from '../keys/change-keys.service';
import { chooseKeys, toSubject } from './finding/choose-keys';
import { FindKeys } from './finding/find-keys';
import { ListKeysService } from './list-keys.service';

/** Work on keys: on one or some of them at once, on many as a job. */
@AdminRest('keys')
export class KeyWorkController {
  constructor(
    private readonly lists: ListKeysService,
    private readonly finder: FindKeys,
    private readonly changes: ChangeKeysService,
    private readonly verifier: KeyVerifier,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
  ) {}

  @Post('jobs')
  @Summary(
    'Begins work on the keys of some ids, or on all that match a filter; progress is told by /api/jobs',
  )
  @HttpCode(202)
  async start(@Body() order: StartKeyJobDto, @Actor() actor: AdminActor): Promise<JobDto> {
    const params = toParams(order);
    const ids = await chooseKeys(order, this.finder);
    const job = await this.jobs.start(`keys.${order.action}`, ids, params);
    const details = { job: job.id, ...toSubject(order), ...params };
    this.audit.record({ action: `keys.${order.action}`, subject: ids.length, details }, actor);
    return job;
  }

  @Post('enable')
  @Summary('Switches keys on')
  @HttpCode(200)
  enable(@Body() { ids }: KeySelectionDto, @Actor() actor: AdminActor): Promise<KeySelectionResultDto> {
    return this.note('keys.enable', actor, this.changes.update(ids, { isEnabled: true }));
  }

  @Post('disable')
  @Summary('Switches keys off')
  @HttpCode(200)
  disable(@Body() { ids }: KeySelectionDto, @Actor() actor: AdminActor): Promise<KeySelectionResultDto> {
    return this.note('keys.disable', actor, this.changes.update(ids, { isEnabled: false }));
  }

  @Post('delete')
  @Summary('Deletes keys')
  @HttpCode(200)
  delete(@Body() { ids }: KeySelectionDto, @Actor() actor: AdminActor): Promise<KeySelectionResultDto> {
    return this.note('keys.delete', actor, this.changes.delete(ids));
  }

  @Post('reset')
  @Summary('Ends the rests of keys and forgets their failures')
  @HttpCode(200)
  reset(@Body() { ids }: KeySelectionDto, @Actor() actor: AdminActor): Promise<KeySelectionResultDto> {
    return this.note('keys.reset', actor, this.changes.reset(ids));
  }

  @Post(':id/verify')
  @Summary('Asks upstream whether it takes a key; a success ends its rests')
  @HttpCode(200)
  async verify(
    @Param('id', ParseIntPipe) id: number,
    @Actor() actor: AdminActor,
  ): Promise<VerifiedKeyDto & { key: KeyDto }> {
    await this.lists.one(id);
    const { outcome, message } = await this.verifier.verify(id);
    this.audit.record({ action: 'keys.verify', subject: id, details: { outcome } }, actor);
    return { outcome, ...(message !== undefined && { message }), key: await this.lists.one(id) };
  }

  @Post(':id/reset')
  @Summary('Ends the rests of a key and forgets its failures')
  @HttpCode(200)
  async resetOne(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): Promise<KeyDto> {
    await this.lists.one(id);
    await this.note('keys.reset', actor, this.changes.reset([id]));
    return this.lists.one(id);
  }

  private async note(
    action: AuditAction,
    actor: AdminActor,
    changing: Promise<number[]> | number[],
  ): Promise<KeySelectionResultDto> {
    const ids = await changing;
    if (ids.length > 0)
      this.audit.record({ action, subject: ids.length, details: { ids: ids.slice(0, 100) } }, actor);
    return { changed: ids.length };
  }
}

function toParams({ action, group, project, weight }: StartKeyJobDto): JobParams {
  const fields = {
    ...(group !== undefined && { group }),
    ...(project !== undefined && { project }),
    ...(weight !== undefined && { weight }),
  };
  const isEdit = action === 'edit';
  if (isEdit !== Object.keys(fields).length > 0)
    throw new InvalidRequestError('Fields belong to the action edit, which needs one at least.', {
      field: 'action',
    });
  return fields;
}
