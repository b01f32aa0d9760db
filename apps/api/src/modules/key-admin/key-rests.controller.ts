import { Body, Get, HttpCode, Post } from '@nestjs/common';
import {
  KEY_KINDS,
  type KeySelectionResultDto,
  type KeyVerificationDto,
  LiftRestDto,
  type ModelCapacityListDto,
  type SharedRestDto,
} from '@gemini-balance/shared';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { KeyPools } from '../keys/key-pools';
import { ListCapacityService } from './capacity/list-capacity.service';

/** What rests for many keys at once, and what is left to be used. */
@AdminRest('keys')
export class KeyRestsController {
  constructor(
    private readonly pools: KeyPools,
    private readonly capacities: ListCapacityService,
    private readonly audit: AuditTrail,
  ) {}

  @Get('rests')
  @Summary('The models and the projects that rest')
  rests(): { items: SharedRestDto[] } {
    const items = KEY_KINDS.flatMap((kind) =>
      this.pools
        .of(kind)
        .view.sharedHolds()
        .flatMap(({ subject, scope, reason, untilMs }): SharedRestDto[] =>
          subject.kind === 'model' || subject.kind === 'project'
            ? [
                {
                  kind,
                  subject: subject.kind,
                  name: subject.id,
                  scope,
                  reason,
                  ...(untilMs < Infinity && { untilMs }),
                },
              ]
            : [],
        ),
    );
    return { items };
  }

  @Post('rests/lift')
  @Summary('Ends the rest of a model or of a project')
  @HttpCode(200)
  lift(@Body() { subject, name, kind }: LiftRestDto, @Actor() actor: AdminActor): KeySelectionResultDto {
    const lifted = (kind === undefined ? KEY_KINDS : [kind]).filter((kind) =>
      this.pools.of(kind).lift({ kind: subject, id: name }),
    );
    this.audit.record({ action: 'keys.lift', subject: name, details: { subject, kind } }, actor);
    return { changed: lifted.length };
  }

  @Get('capacity')
  @Summary(
    'How many keys are ready for each model, when the next one returns, and what is known to be left today',
  )
  capacity(): Promise<ModelCapacityListDto> {
    return this.capacities.list();
  }

  @Get('verification')
  @Summary('Whether only verified keys are used, because many turned out dead at once')
  verification(): { items: KeyVerificationDto[] } {
    const items = KEY_KINDS.map((kind) => {
      const pool = this.pools.of(kind);
      return { kind, isCautious: pool.isCautious, verified: pool.isCautious ? pool.view.provenReady() : 0 };
    });
    return { items };
  }
}
