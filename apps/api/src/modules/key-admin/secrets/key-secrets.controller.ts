import { Body, HttpCode, Param, ParseIntPipe, Post, Res } from '@nestjs/common';
import { ExportKeysDto, type KeySecretDto } from '@gemini-balance/shared';
import type { Response } from 'express';
import { NotFoundError } from '../../../core/gateway-error';
import { Actor, type AdminActor } from '../../../http/admin/admin-actor';
import { AdminRest } from '../../../http/admin/admin-rest';
import { Summary } from '../../../http/admin/summary';
import { AuditTrail } from '../../audit/audit-trail';
import { KeyRoster } from '../../keys/key-roster';
import { chooseKeys, toSubject } from '../finding/choose-keys';
import { sendSlices } from '../send-slices';
import { exportKeys, FORMATS } from './export-keys';
import { FindKeys } from '../finding/find-keys';

/** The only ways by which an administrator gets secrets to see; each is noted in the audit log before it answers. */
@AdminRest('keys')
export class KeySecretsController {
  constructor(
    private readonly roster: KeyRoster,
    private readonly finder: FindKeys,
    private readonly audit: AuditTrail,
  ) {}

  @Post('export')
  @Summary('The keys of some ids, or all that match a filter, with their secrets: as lines, JSON or CSV')
  @HttpCode(200)
  async export(
    @Body() order: ExportKeysDto,
    @Actor() actor: AdminActor,
    @Res() response: Response,
  ): Promise<void> {
    const { format = 'lines' } = order;
    const ids = await chooseKeys(order, this.finder);
    this.audit.record(
      { action: 'keys.export', subject: ids.length, details: { format, ...toSubject(order) } },
      actor,
    );
    response.setHeader('content-type', FORMATS[format].contentType);
    await sendSlices(response, exportKeys(ids, format, this.roster));
  }

  @Post(':id/reveal')
  @Summary('The secret of a key')
  @HttpCode(200)
  reveal(@Param('id', ParseIntPipe) id: number, @Actor() actor: AdminActor): KeySecretDto {
    const live = this.roster.get(id);
    if (!live) throw new NotFoundError('This key does not exist any more.');
    this.audit.record({ action: 'keys.reveal', subject: id }, actor);
    return { secret: live.key.secret.reveal() };
  }
}
