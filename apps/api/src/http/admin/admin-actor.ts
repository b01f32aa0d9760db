import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { AdminIdentity } from './admin-access';

/** Who did something that the audit log keeps: an administrator, or the gateway by itself. */
export interface AdminActor {
  readonly kind: AdminIdentity['kind'] | 'system';
  /** The handle of the session, where one was used. */
  readonly session?: string;
  /** The address that the request came from. */
  readonly address?: string;
}

/** For what the gateway does by itself, such as scheduled work. */
export const SYSTEM_ACTOR: AdminActor = { kind: 'system' };

export function toActor(identity: AdminIdentity, request: Request): AdminActor {
  return {
    kind: identity.kind,
    ...(identity.kind === 'session' && { session: identity.sessionId }),
    ...(request.ip !== undefined && { address: request.ip }),
  };
}

const actors = new WeakMap<Request, AdminActor>();

/** Called by the guard once a request was admitted. */
export function rememberActor(request: Request, identity: AdminIdentity): void {
  actors.set(request, toActor(identity, request));
}

/** The administrator behind a request that the guard has admitted, as a parameter of a route's method. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): AdminActor => {
  const actor = actors.get(context.switchToHttp().getRequest<Request>());
  if (actor === undefined) throw new Error('A route that names its actor has to be behind the AdminGuard.');
  return actor;
});
