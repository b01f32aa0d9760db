import { Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { type RevokedSessionsDto, RevokeSessionsQuery, type SessionListDto } from '@gemini-balance/shared';
import { NotFoundError } from '../../core/gateway-error';
import { Actor, type AdminActor } from '../../http/admin/admin-actor';
import { AdminRest } from '../../http/admin/admin-rest';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { AdminSessions } from './admin-sessions';

/** Who is signed in, and how to end that. */
@AdminRest('auth/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: AdminSessions,
    private readonly trail: AuditTrail,
  ) {}

  @Get()
  @Summary('The sessions in force')
  async list(@Actor() actor: AdminActor): Promise<SessionListDto> {
    const sessions = await this.sessions.list();
    const items = sessions.map(({ handle, address, userAgent, createdAtMs, lastUsedAtMs, expiresAtMs }) => ({
      id: handle,
      createdAtMs,
      lastUsedAtMs,
      expiresAtMs,
      ...(address !== null && { address }),
      ...(userAgent !== null && { userAgent }),
      isCurrent: handle === actor.session,
    }));
    return { items };
  }

  @Delete()
  @Summary('Ends all sessions, that of the caller too unless it is spared')
  async revokeAll(
    @Query() { keepCurrent }: RevokeSessionsQuery,
    @Actor() actor: AdminActor,
  ): Promise<RevokedSessionsDto> {
    const revoked = await this.sessions.closeAll(keepCurrent === true ? actor.session : undefined);
    this.trail.record({ action: 'auth.revoke_sessions', subject: revoked }, actor);
    return { revoked };
  }

  @Delete(':id')
  @Summary('Ends a session')
  @HttpCode(204)
  async revoke(@Param('id') id: string, @Actor() actor: AdminActor): Promise<void> {
    if (!(await this.sessions.closeByHandle(id))) throw new NotFoundError('There is no such session.');
    this.trail.record({ action: 'auth.revoke_session', subject: id }, actor);
  }
}
