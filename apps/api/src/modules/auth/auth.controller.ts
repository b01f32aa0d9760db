import { Body, Controller, Get, HttpCode, Post, Req, Res, UseFilters, UsePipes } from '@nestjs/common';
import { LoginDto, type SessionDto } from '@gemini-balance/shared';
import type { Request, Response } from 'express';
import { UnauthenticatedError } from '../../core/gateway-error';
import { toActor } from '../../http/admin/admin-actor';
import { AdminErrorFilter } from '../../http/admin/admin-error.filter';
import { adminValidation } from '../../http/admin/admin-validation';
import { Summary } from '../../http/admin/summary';
import { AuditTrail } from '../audit/audit-trail';
import { AdminAdmission } from './admin-admission';

/** Signing in and out. Open to everybody, so without the guard. */
@Controller('api/auth')
@UsePipes(adminValidation)
@UseFilters(AdminErrorFilter)
export class AuthController {
  constructor(
    private readonly admission: AdminAdmission,
    private readonly trail: AuditTrail,
  ) {}

  @Post('login')
  @Summary('Opens a session for the owner of the admin token')
  @HttpCode(200)
  async login(
    @Body() body: LoginDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const { handle, expiresAtMs } = await this.admission.signIn(request, response, body.token);
    const actor = toActor({ kind: 'session', sessionId: handle, expiresAtMs }, request);
    this.trail.record({ action: 'auth.sign_in', subject: handle }, actor);
    return { expiresAtMs };
  }

  @Post('logout')
  @Summary('Ends the session, where there is one')
  @HttpCode(204)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const handle = await this.admission.signOut(request, response);
    if (handle === undefined) return;
    const actor = toActor({ kind: 'session', sessionId: handle, expiresAtMs: 0 }, request);
    this.trail.record({ action: 'auth.sign_out', subject: handle }, actor);
  }

  @Get('session')
  @Summary('When the session ends; 401 where there is none')
  async session(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionDto> {
    const identity = await this.admission.admit(request, response);
    if (identity.kind !== 'session')
      throw new UnauthenticatedError('A bearer token has no session, and needs none.');
    return { expiresAtMs: identity.expiresAtMs };
  }
}
