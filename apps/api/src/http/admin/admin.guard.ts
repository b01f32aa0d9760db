import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { rememberActor } from './admin-actor';
import { ADMIN_ACCESS, type AdminAccess } from './admin-access';

/** Lets administrators pass; everybody else is told why not. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(@Inject(ADMIN_ACCESS) private readonly access: AdminAccess) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    rememberActor(request, await this.access.admit(request, http.getResponse<Response>()));
    return true;
  }
}
